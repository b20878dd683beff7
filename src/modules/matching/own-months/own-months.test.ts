import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, instantOf, localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { aTeam } from '#modules/capacity/testing.ts'
import { reactions as coordinationReactions } from '#modules/coordination/reactions.ts'
import { aSentRequest } from '#modules/requests/testing.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { createTestApp, type TestApp } from '#testing/app.ts'
import { addSecondRegion, createSmallRegion, type SmallRegion } from '#testing/small-region.ts'
import { jobs } from '../jobs.ts'
import { SolverPool } from '../solver/pool.ts'
import { type PastMonths, pastMonths } from './past.ts'
import { Replayer } from './replayer.ts'
import { beginOwnReplay, endOwnReplay, tellOwnReplay } from './store.ts'

let region: SmallRegion
let app: TestApp
const pool = new SolverPool()
const page = '/regio/werkwijze/naspelen'
const long = { seconds: 120 }
const today = localDateOf(new Date())
/** One moment for all, so that no test hangs on midnight. */
const now = instantOf(today, '12:00')

beforeAll(async () => {
  region = await createSmallRegion()
  coordinationReactions(region.events)
  app = await createTestApp(region)
  app.setClock(now)
  await region.asOwner(`update organizations.organization set care_kinds = '{personal-care}' where kind = 'provider'`)
})
beforeEach(() => region.asOwner('delete from matching.own_replay'))
afterAll(() => pool.close())

const manager = (at = now) => region.scope(region.people.manager, at)
const kept = () => region.asOwner('select id, state from matching.own_replay')
const timesRead = async () =>
  (await region.asOwner(`select 1 from audit.event where event_type = 'region.replay' and action = 'R'`)).length

async function itsMonths(): Promise<PastMonths> {
  const months = await pastMonths(manager())
  if (!months) throw new Error('There are months to play')
  return months
}

/** What one of several processes has, beside the app. */
function aProcess(ownPool = pool) {
  const faults: unknown[] = []
  return { replayer: new Replayer(ownPool, (fault) => faults.push(fault)), faults }
}

/** Looks until it is no longer being made: each look waits a little by itself. */
async function looked(replayer: Replayer, at = now) {
  for (;;) {
    const own = await replayer.look(manager(at))
    if (own.state !== 'running') return own
  }
}

/** Meanwhile the months cannot be read yet: what began goes on for certain, however quick the machine is. */
async function whileReading(work: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client(region.database.owner)
  await client.connect()
  await client.query('begin')
  await client.query('lock table requests.care_request')
  try {
    await work()
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

test('a region without a past has nothing to live again', async () => {
  expect(await pastMonths(manager())).toBeUndefined()
  expect((await app.as(region.people.manager).get(page)).text).toContain('nog te weinig zorgvragen')
})

test('its own months are lived again for the region manager alone, without whom they are about and with a row in the log', async () => {
  await aTeam(region, 'alfa', { name: 'Team Alfa' })
  await aTeam(region, 'beta', { name: 'Team Bèta' })
  for (let day = 20; day < 110; day += 2)
    await aSentRequest(region.scope(region.anyone, new Date(now.getTime() - day * 86_400_000)), {
      card: { careKinds: ['personal-care'], dayparts: ['morning'], timesPerWeek: 3 },
      identity: { familyName: 'Geheimstra' },
    })
  const before = await timesRead()
  const visitor = app.as(region.people.manager)
  let answer = await visitor.get(page)
  // Each look waits until it is there, or a little and then says so and asks the browser to look again.
  while (answer.text.includes('Wij spelen het na')) {
    expect(answer.text).toContain('http-equiv="refresh" content="5"')
    answer = await visitor.get(page)
  }
  expect(answer.text).toContain('18 eigen zorgvragen')
  expect(answer.text).not.toContain('Geheimstra')
  expect(await timesRead()).toBe(before + 1)
  const nurse = app.as(region.people.nurseAlfa)
  expect((await nurse.get(page)).status).toBe(403)
  expect((await nurse.post(page, {})).status).toBe(403)
  expect((await nurse.post(`${page}/stoppen`, {})).status).toBe(403)
  await expect(pastMonths(region.scope(region.people.nurseAlfa))).rejects.toThrow(NotAllowed)
  await expect(aProcess().replayer.look(region.scope(region.people.nurseAlfa))).rejects.toThrow(NotAllowed)
})

test('of a region too large to play whole a part is drawn over all days, the same part each time', async () => {
  const all = await itsMonths()
  const part = await pastMonths(manager(), 44)
  expect(all).toMatchObject({ requests: 45, ofAll: 45 })
  // Asked as is usual, because this region agreed on nothing of its own.
  expect(all.atOnce).toMatchObject({ mostParties: 4, from: 7.5, to: 20, wishedFirst: true })
  expect(part).toMatchObject({ requests: 44, ofAll: 45 })
  expect(await pastMonths(manager(), 44)).toEqual(part)
})

test('whoever stops it, and its clock, leave what was played until then, and no pair that was cut in two', async () => {
  const months = await itsMonths()
  expect(await pool.replay(months, { seconds: 0 })).toMatchObject({ cut: 'time-limit', compared: undefined })
  const stop = new AbortController()
  stop.abort()
  expect(await pool.replay(months, { ...long, signal: stop.signal })).toMatchObject({ cut: 'stopped', done: 0 })
})

test('is made once a day for everybody who asks after, in any process, again when somebody wants that, and comes out the same', async () => {
  const [here, there] = [aProcess(), aProcess()]
  const before = await timesRead()
  const [first] = await Promise.all([looked(here.replayer), looked(there.replayer)])
  expect(await looked(there.replayer)).toEqual(first)
  expect(await timesRead()).toBe(before + 1)
  const told: number[] = []
  const replayed = await pool.replay(await itsMonths(), { ...long, onProgress: ({ done }) => told.push(done) })
  expect(first).toMatchObject({
    state: 'ready',
    askedByName: 'Rita Regio',
    result: JSON.parse(JSON.stringify(replayed)),
  })
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  // Every list was divided as the proposal does, until nothing better could exist.
  expect(replayed).toMatchObject({ cut: undefined, unproven: 0, compared: { requests: 18, played: 4 } })
  expect(replayed.compared?.ways.map(({ name }) => name)).toEqual(['proposal', 'at-once-wished'])
  await there.replayer.again(manager())
  const again = await looked(here.replayer)
  expect('result' in again && again.result).toEqual('result' in first && first.result)
  expect(again.id).not.toBe(first.id)
  expect([...here.faults, ...there.faults]).toEqual([])
  // The same figures, had there been more than could be played, and not in time.
  const id = (await beginOwnReplay(manager(), { again: true })) ?? ''
  const cut = { ...replayed, cut: 'time-limit', done: 6, requests: 4000, ofAll: 9000 } as const
  await endOwnReplay(manager(), id, { state: 'ready', result: cut })
  const { text } = await app.as(region.people.manager).get(page)
  for (const words of ['Klaar waren 6 van de 8 keer', '9.000 zorgvragen', 'geen verschil', 'voor Rita Regio'])
    expect(text).toContain(words)
})

test('is stopped from any process, and gives signs of life until then', async () => {
  const { replayer } = aProcess()
  let ticks = 0
  const scope = { ...manager(), now: () => new Date(now.getTime() + ++ticks) }
  await whileReading(async () => {
    await replayer.again(scope)
    const visitor = app.as(region.people.manager)
    const running = await visitor.get(page)
    expect(running.text).toContain('Wij zijn net begonnen')
    const alive = () => region.asOwner('select 1 from matching.own_replay where alive_at > asked_at')
    await expect.poll(alive, { timeout: 10_000 }).toHaveLength(1)
    expect((await visitor.post(`${page}/stoppen`, {})).location).toBe(page)
  })
  expect(await looked(replayer)).toMatchObject({ state: 'ready', result: { cut: 'stopped', done: 0 } })
  expect((await app.as(region.people.manager).get(page)).text).toContain('Het naspelen is gestopt')
})

test('of all who begin at once the database lets one, and what a process that died left is begun again after a minute', async () => {
  const begun = await Promise.all(Array.from({ length: 6 }, () => beginOwnReplay(manager(), { again: true })))
  const died = begun.find((id) => id !== undefined) ?? ''
  expect(begun.filter((id) => id !== undefined)).toEqual([died])
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  expect(await beginOwnReplay(manager(later(59)), { again: true })).toBeUndefined()
  const own = await looked(aProcess().replayer, later(61))
  expect(own).toMatchObject({ state: 'ready', result: { done: 8, of: 8 } })
  // Who was not dead after all hears that it is to stop, and says nothing any more.
  expect(await tellOwnReplay(manager(), died, { done: 1, of: 8 })).toBe(false)
  await endOwnReplay(manager(), died, { state: 'failed' })
  expect(await kept()).toEqual([{ id: own.id, state: 'ready' }])
})

test('a process that is told to end leaves it to another, as if nobody had asked', async () => {
  const { replayer, faults } = aProcess(new SolverPool())
  let closed: Promise<void> | undefined
  await whileReading(async () => {
    await replayer.again(manager())
    closed = replayer.close()
    expect(await kept()).toHaveLength(1)
  })
  await closed
  expect([await kept(), faults]).toEqual([[], []])
})

test('a fault is told to who keeps the product, and on the page that it did not work', async () => {
  const { replayer, faults } = aProcess()
  await region.asOwner('revoke select on organizations.team from wijkpoort_app')
  await replayer.again(manager())
  const own = await looked(replayer)
  await region.asOwner('grant select on organizations.team to wijkpoort_app')
  expect([own.state, String(faults)]).toEqual(['failed', expect.stringContaining('permission denied')])
  expect((await app.as(region.people.manager).get(page)).text).toContain('Het naspelen is niet gelukt')
})

test('is forgotten by the product when its day is over', async () => {
  const ofYesterday = manager(instantOf(addDays(today, -1), '12:00'))
  await beginOwnReplay(ofYesterday, { again: false })
  await jobs({})['forget-own-replays']?.(region.scope(region.system, ofYesterday.now()), {})
  expect(await kept()).toHaveLength(1)
  await jobs({})['forget-own-replays']?.(region.scope(region.system, now), {})
  expect(await kept()).toEqual([])
})

test('is seen, begun and stopped by nobody else, also past every policy, only because of row-level security', async () => {
  const elsewhere = await addSecondRegion(region)
  const id = await beginOwnReplay(manager(), { again: false })
  const seen = build.selectFrom('matching.own_replay').select('id')
  const stopped = build.updateTable('matching.own_replay').set({ stop_asked_at: now }).returning('id')
  const gone = build.deleteFrom('matching.own_replay').returning('id')
  const planted = build.insertInto('matching.own_replay').values({
    region_id: region.regionId,
    made_on: addDays(today, 1),
    id: newId(),
    asked_by_name: 'Vreemde',
    asked_at: now,
    state: 'running',
    alive_at: now,
  })
  expect((await read(manager(), { seen })).seen).toEqual([{ id }])
  for (const stranger of [region.people.nurseAlfa, region.people.privacyOfficer, elsewhere.people.manager]) {
    const scope = region.scope(stranger, now)
    expect(await read(scope, { seen, stopped, gone })).toEqual({ seen: [], stopped: [], gone: [] })
    await expect(read(scope, { planted })).rejects.toThrow('row-level security')
  }
  // The fault planted: with one policy open to all it is found, also elsewhere.
  await region.asOwner('create policy planted on matching.own_replay for select using (true)')
  const found = await read(region.scope(elsewhere.people.manager, now), { seen })
  await region.asOwner('drop policy planted on matching.own_replay')
  expect(found.seen).toEqual([{ id }])
})
