import { beforeAll, describe, expect, test } from 'vitest'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { inTransaction } from '../database/transaction.ts'
import { post, sendMailJob } from './mail.ts'

let region: SmallRegion
beforeAll(async () => {
  region = await createSmallRegion()
})

const letter = { to: 'iemand@example.nl', subject: 'Nieuws over uw aanvraag', body: 'Kijk op https://example.nl/volg' }

async function posted(): Promise<string> {
  await inTransaction(region.scope(region.people.nurseAlfa), (tx) => post(tx, letter))
  const [row] = await region.asOwner<{ id: string }>('select id from platform.mail order by created_at desc limit 1')
  return row!.id
}

describe('mail', () => {
  test('is written with the change, and not at all when the change fails', async () => {
    const before = await region.asOwner('select from platform.mail')
    const failing = inTransaction(region.scope(region.people.nurseAlfa), async (tx) => {
      await post(tx, letter)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect((await region.asOwner('select from platform.mail')).length).toBe(before.length)
  })

  test('is sent once, however often the job runs', async () => {
    const id = await posted()
    const sent: string[] = []
    const send = sendMailJob(async ({ to }) => void sent.push(to))
    const job = () => send(region.scope(region.system), { id })
    await Promise.all([job(), job(), job()])
    await job()
    expect(sent).toEqual([letter.to])
  })

  test('stays waiting when the mail server fails', async () => {
    const id = await posted()
    const broken = sendMailJob(async () => Promise.reject(new Error('no route to host')))
    await expect(broken(region.scope(region.system), { id })).rejects.toThrow('no route')
    const [row] = await region.asOwner<{ sent_at: Date | null }>('select sent_at from platform.mail where id = $1', [
      id,
    ])
    expect(row?.sent_at).toBeNull()
  })

  test('cannot be read by a nurse: addresses belong to people', async () => {
    await posted()
    const rows = await inTransaction(region.scope(region.people.nurseAlfa), (tx) =>
      tx.db.selectFrom('platform.mail').select('to_address').execute(),
    )
    expect(rows).toEqual([])
  })
})
