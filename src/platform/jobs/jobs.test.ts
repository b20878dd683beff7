import pino from 'pino'
import { beforeAll, describe, expect, test } from 'vitest'
import { addSecondRegion, createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { inTransaction } from '../database/transaction.ts'
import { addJob, type Jobs, runJobs } from './jobs.ts'

const log = pino({ level: 'silent' })
let region: SmallRegion
const scopesOf = async () => [region.scope(region.system)]
beforeAll(async () => {
  region = await createSmallRegion()
})

describe('jobs', () => {
  test('are added with the change, and not at all when it fails', async () => {
    const done: unknown[] = []
    const failing = inTransaction(region.scope(region.people.nurseAlfa), async (tx) => {
      await addJob(tx, 'note', { of: 'the failed' })
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    await inTransaction(region.scope(region.people.nurseAlfa), (tx) => addJob(tx, 'note', { of: 'the kept' }))
    const running = await runJobs(
      region.database,
      { note: async (_scope, payload) => void done.push(payload.of) },
      {},
      scopesOf,
      log,
    )
    await expect.poll(() => done).toEqual(['the kept'])
    await running.stop()
  })

  test('are done in the region they were added in, scheduled ones in each, whatever fails in another', async () => {
    const elsewhere = await addSecondRegion(region)
    // What failed in one region is done again in all, so that the other may come a second time.
    const done: string[] = []
    const regionIds = [region.regionId, elsewhere.regionId]
    const all = async (_job: string, regionId?: string) =>
      regionIds.filter((id) => id === (regionId ?? id)).map((id) => region.scope({ ...region.system, regionId: id }))
    await inTransaction(region.scope(elsewhere.system), (tx) => addJob(tx, 'one-region', {}))
    const jobs: Jobs = {
      'one-region': async ({ actor }) => void done.push(`one ${actor.regionId}`),
      'each-region': async ({ actor }) => {
        if (actor.regionId === region.regionId) throw new Error('a fault in the first')
        done.push(`each ${actor.regionId}`)
      },
    }
    const running = await runJobs(region.database, jobs, { 'each-region': '0 0 1 1 *' }, all, log)
    await expect
      .poll(() => [...new Set(done)].toSorted())
      .toEqual([`each ${elsewhere.regionId}`, `one ${elsewhere.regionId}`])
    await running.stop()
    await region.asOwner(`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`)
  })

  test('with the same key take the place of the earlier one', async () => {
    const scope = region.scope(region.people.nurseAlfa)
    const later = new Date(Date.now() + 3_600_000)
    await inTransaction(scope, async (tx) => {
      await addJob(tx, 'remind', {}, { key: 'one', runAt: later })
      await addJob(tx, 'remind', {}, { key: 'one', runAt: later })
    })
    const waiting = await region.asOwner("select from graphile_worker.jobs where task_identifier = 'remind'")
    expect(waiting).toHaveLength(1)
  })

  test('with a schedule also run once at every start, for what was missed meanwhile', async () => {
    let runs = 0
    const job = async () => {
      runs += 1
    }
    for (const starts of [1, 2]) {
      const running = await runJobs(region.database, { yearly: job }, { yearly: '0 0 1 1 *' }, scopesOf, log)
      await expect.poll(() => runs).toBe(starts)
      await running.stop()
    }
    expect(await region.asOwner("select from graphile_worker.jobs where task_identifier = 'yearly'")).toEqual([])
  })
})
