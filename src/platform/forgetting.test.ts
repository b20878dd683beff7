import pino from 'pino'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { record } from './database/events.ts'
import { isFirstTime } from './database/once.ts'
import { inTransaction } from './database/transaction.ts'
import { forgetWhatServed } from './forgetting.ts'
import { LiveHub } from './live/hub.ts'
import { post } from './mail/mail.ts'

let region: SmallRegion
let hub: LiveHub
beforeAll(async () => {
  region = await createSmallRegion()
  hub = new LiveHub(region.database, pino({ level: 'silent' }))
})

const days = (count: number) => new Date(Date.now() + count * 86_400_000)
const happen = (kind: string) =>
  inTransaction(region.scope(region.system), (tx) => record(tx, { kind, topics: ['team:x'], subjectId: newId() }))

/** Where the row stands in the outbox; asked for as the owner, who need not wait until all before it has settled. */
const placeOf = async (kind: string) => {
  const [row] = await region.asOwner<{ place: string }>(
    `select xid::text || '-' || id as place from platform.outbox where kind = $1`,
    [kind],
  )
  return row?.place
}

test('live changes go after two days; a page with an older place starts afresh, a newer one goes on where it was', async () => {
  await happen('oldest')
  const oldest = await placeOf('oldest')
  await happen('old')
  const old = await placeOf('old')
  await region.asOwner(`update platform.outbox set at = now() - interval '3 days'`)
  await happen('new')
  expect(await forgetWhatServed(region.scope(region.system))).toMatchObject({ events: 2 })
  expect(await hub.since(`${oldest}`, region.regionId, ['team:x'])).toBeUndefined()
  expect(await hub.since(`${old}`, region.regionId, ['team:x'])).toBeDefined()
  expect(await placeOf('new')).toBeDefined()
  const last = await placeOf('new')
  expect(await forgetWhatServed(region.scope(region.system, days(3)))).toMatchObject({ events: 1 })
  expect(await hub.newest()).toBe(last)
  expect(await hub.since(`${last}`, region.regionId, ['team:x'])).toBeDefined()
})

test('sent mail and the marks of retries go after thirty days, mail that waits stays', async () => {
  const letter = (to: string) =>
    inTransaction(region.scope(region.system), (tx) => post(tx, { to, subject: 's', body: 'b' }))
  await letter('sent@example.nl')
  await letter('waits@example.nl')
  await region.asOwner(`update platform.mail set sent_at = now() where to_address = 'sent@example.nl'`)
  const mark = () => inTransaction(region.scope(region.system), (tx) => isFirstTime(tx, 'test', 'mark'))
  expect(await mark()).toBe(true)
  expect(await forgetWhatServed(region.scope(region.system, days(29)))).toMatchObject({ letters: 0, marks: 0 })
  expect(await mark()).toBe(false)
  expect(await forgetWhatServed(region.scope(region.system, days(31)))).toMatchObject({ letters: 1, marks: 1 })
  expect(await region.asOwner(`select to_address from platform.mail`)).toEqual([{ to_address: 'waits@example.nl' }])
})

test('nobody else makes the product forget', async () => {
  await expect(forgetWhatServed(region.scope(region.people.manager))).rejects.toThrow(/itself/)
})
