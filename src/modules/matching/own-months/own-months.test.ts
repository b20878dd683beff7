import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTeam } from '#modules/capacity/testing.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { SolverPool } from '../solver/pool.ts'
import type { Months } from '../solver/replaying.ts'
import { pastMonths } from './past.ts'
import { Replayer } from './replayer.ts'

let region: SmallRegion
let app: TestApp
const pool = new SolverPool()
const page = '/regio/werkwijze/naspelen'
const long = { seconds: 120 }
/** One moment for all, so that no test hangs on midnight. */
const now = new Date()

beforeAll(async () => {
  region = await createSmallRegion()
  coordinationReactions(region.events)
  app = await createTestApp(region)
  await region.asOwner(`update organizations.organization set care_kinds = '{personal-care}' where kind = 'provider'`)
})
afterAll(() => pool.close())

async function itsMonths(): Promise<Months> {
  const months = await pastMonths(region.scope(region.people.manager, now))
  if (!months) throw new Error('There are months to play')
  return months
}

/** Looks until it is no longer being made: each look waits a little by itself. */
async function looked(replayer: Replayer) {
  for (;;) {
    const months = await replayer.look(region.scope(region.people.manager, now))
    if (months.state !== 'running') return months
  }
}

test('a region without a past has nothing to live again', async () => {
  expect(await pastMonths(region.scope(region.people.manager))).toBeUndefined()
  expect((await app.as(region.people.manager).get(page)).text).toContain('nog te weinig zorgvragen')
})

test('its own months are lived again for the region manager alone, without whom they are about and with a row in the log', async () => {
  await aTeam(region, 'alfa', { name: 'Team Alfa' })
  await aTeam(region, 'beta', { name: 'Team Bèta' })
  for (let day = 20; day < 80; day += 2)
    await aSentRequest(region.scope(region.anyone, new Date(now.getTime() - day * 86_400_000)), {
      card: { careKinds: ['personal-care'], dayparts: ['morning'], timesPerWeek: 3 },
      identity: { familyName: 'Geheimstra' },
    })
  const manager = app.as(region.people.manager)
  await manager.post(page, {})
  let answer = await manager.get(page)
  // Each look waits until it is there, or a little and then says so and asks the browser to look again.
  while (answer.text.includes('Wij spelen het na')) {
    expect(answer.headers.refresh).toBe('5')
    answer = await manager.get(page)
  }
  expect(answer.text).toContain('30 eigen zorgvragen')
  expect(answer.text).not.toContain('Geheimstra')
  const nurse = app.as(region.people.nurseAlfa)
  expect((await nurse.get(page)).status).toBe(403)
  expect((await nurse.post(page, {})).status).toBe(403)
  expect((await nurse.post(`${page}/stoppen`, {})).status).toBe(403)
  await expect(pastMonths(region.scope(region.people.nurseAlfa))).rejects.toThrow(NotAllowed)
  const log = await region.asOwner(`select 1 from audit.event where event_type = 'region.replay' and action = 'R'`)
  expect(log.length).toBeGreaterThanOrEqual(3)
})

test('whoever stops it, and its clock, leave what was played until then, and no pair that was cut in two', async () => {
  const months = await itsMonths()
  expect(await pool.replay(months, { seconds: 0 })).toMatchObject({ cut: 'time-limit', compared: undefined })
  const stop = new AbortController()
  stop.abort()
  expect(await pool.replay(months, { ...long, signal: stop.signal })).toMatchObject({ cut: 'stopped', done: 0 })
})

test('is made once a day for everybody who asks after, again when somebody wants that, and each time comes out the same', async () => {
  const faults: unknown[] = []
  const replayer = new Replayer(pool, (fault) => faults.push(fault))
  const scope = region.scope(region.people.manager, now)
  const first = await looked(replayer)
  expect(await looked(replayer)).toBe(first)
  const told: number[] = []
  const replayed = await pool.replay(await itsMonths(), { ...long, onProgress: ({ done }) => told.push(done) })
  expect(first).toEqual({ state: 'ready', replayed })
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  // Every list was divided as the proposal does, until nothing better could exist.
  expect(replayed).toMatchObject({ cut: undefined, unproven: 0, compared: { requests: 30, played: 4 } })
  expect(replayed.compared?.ways.map(({ name }) => name)).toEqual(['proposal', 'at-once-wished'])
  // Stopped at once: what there is by then is the answer, until somebody asks again.
  await replayer.again(scope)
  await replayer.stop(scope)
  expect(await replayer.look(scope)).toMatchObject({ state: 'ready', replayed: { cut: 'stopped' } })
  await replayer.again(scope)
  expect(await looked(replayer)).toEqual(first)
  await expect(replayer.look(region.scope(region.people.nurseAlfa))).rejects.toThrow(NotAllowed)
  expect(faults).toEqual([])
})
