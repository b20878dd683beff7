import { beforeAll, describe, expect, test } from 'vitest'
import { aSentRequest } from '#modules/requests/testing.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { addSecondRegion, createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { reactions } from '../reactions.ts'

let region: SmallRegion
let elsewhere: SmallRegion
let app: TestApp
beforeAll(async () => {
  region = await createSmallRegion()
  elsewhere = await addSecondRegion(region)
  reactions(region.events)
  app = await createTestApp(region)
})

const path = '/oefenen/tijd'
const send = () => aSentRequest(region.scope(region.people.transferNurse), { card: { source: 'hospital' } })
const standing = async (id: string) =>
  (
    await region.asOwner<{ escalation_level: number; holder: string; act_by: Date; submitted_at: Date; first: Date }>(
      `select r.escalation_level, t.slug as holder, r.act_by, r.submitted_at,
         (select min(at) from requests.history_entry h where h.request_id = r.id) as first
       from requests.care_request r join organizations.coordinating_team t on t.id = r.holder_coordinating_team_id
       where r.id = $1`,
      [id],
    )
  )[0]

describe('in a practice region', () => {
  test('the term of a request runs out at once, and what the region agreed for that is done', async () => {
    const { id, number } = await send()
    const before = await standing(id)
    expect((await app.as().post(path, { nummer: number })).location).toBe(`${path}?om=${number}`)
    const after = await standing(id)
    expect(before).toMatchObject({ escalation_level: 0, holder: 'noord' })
    expect(after).toMatchObject({ escalation_level: 1, holder: 'desk' })
    expect(after?.act_by.getTime()).toBeGreaterThan(Date.now())
    expect(after?.submitted_at.getTime()).toBeLessThan(before?.submitted_at.getTime() ?? 0)
    expect(after?.first.getTime()).toBeLessThan(before?.first.getTime() ?? 0)
    const page = await app.as().get(`${path}?om=${number}`)
    expect(page.text).toContain('Regioloket')
    const events = await region.asOwner(
      `select event_type from audit.event where care_request_id = $1 and event_type like 'request.%a%e' order by id`,
      [id],
    )
    expect(events.map(({ event_type }) => event_type)).toEqual(
      expect.arrayContaining(['request.escalate', 'request.pass-time']),
    )
  })

  test('it runs again for the next step, and not for what is over or of another region', async () => {
    const { id, number } = await send()
    await app.as().post(path, { nummer: number })
    await app.as().post(path, { nummer: number })
    expect(await standing(id)).toMatchObject({ escalation_level: 2 })
    expect((await app.as(undefined, elsewhere.hostname).post(path, { nummer: number })).status).toBe(422)
    await region.asOwner(
      `update requests.care_request set state = 'withdrawn', holder_coordinating_team_id = null, act_by = null, ended_at = now()
        where id = $1`,
      [id],
    )
    expect((await app.as().post(path, { nummer: number })).text).toContain('loopt geen termijn meer')
    expect((await app.as().post(path, { nummer: 'onzin' })).status).toBe(422)
  })
})

test('in a real region there is no such page, and the database would not do it', async () => {
  const { id } = await send()
  const real = await createTestApp(region, { practice: false })
  expect((await real.as().get(path)).status).toBe(404)
  await region.asOwner('update platform.installation set practice = false')
  const passed = region.database.pool.query(`select requests.pass_time($1, interval '1 hour')`, [id])
  await expect(passed).rejects.toThrow('practice region only')
  await region.asOwner('update platform.installation set practice = true')
})
