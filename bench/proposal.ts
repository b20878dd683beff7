import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CareKind } from '../src/kernel/care-kinds.ts'
import type { Daypart } from '../src/kernel/dayparts.ts'
import type { Priority } from '../src/kernel/priorities.ts'
import { askedOf, type Taker, type Waiting } from '../src/modules/matching/rules/division/choices.ts'
import { sumsOf } from '../src/modules/matching/rules/division/explain.ts'
import { inTurn } from '../src/modules/matching/rules/division/in-turn.ts'
import { type Problem, toProblem } from '../src/modules/matching/rules/division/problem.ts'
import { roomOf } from '../src/modules/matching/rules/division/week.ts'
import { firstWeights } from '../src/modules/matching/rules/weights.ts'
import type { Divided } from '../src/modules/matching/solver/divide.ts'
import { SolverPool } from '../src/modules/matching/solver/pool.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'

/**
 * A division of invented lists, requests × teams, against `each in turn takes what suits`; and how long the thread that answers
 * pages was kept waiting meanwhile. Invented: demand, teams and room; only the proportions resemble a region.
 */
const sizes = (process.env.SIZES ?? '20x12,60x30').split(',').map((size) => size.split('x').map(Number))
const seeds = Number(process.env.SEEDS ?? 5)
const seconds = Number(process.env.SECONDS ?? 20)

const pool = new SolverPool()
const rows: (string | number)[][] = []
for (const [requests = 0, teams = 0] of sizes) {
  const runs: Run[] = []
  for (let seed = 1; seed <= seeds; seed += 1) runs.push(await measure(requests, teams, seed))
  const mean = (of: (run: Run) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
  rows.push([
    `${requests} × ${teams}`,
    runs.length,
    runs.filter(({ proven }) => proven).length,
    ms(
      percentile(
        runs.map((run) => run.took),
        0.5,
      ),
    ),
    ms(Math.max(...runs.map((run) => run.took))),
    `${(100 * Math.max(...runs.map((run) => run.gap))).toFixed(1)} %`,
    mean((run) => run.open).toFixed(1),
    mean((run) => run.inTurnOpen).toFixed(1),
    mean((run) => run.cost / run.inTurnCost).toFixed(2),
    ms(
      percentile(
        runs.map((run) => run.delay),
        0.5,
      ),
    ),
    ms(
      percentile(
        runs.map((run) => run.idle),
        0.5,
      ),
    ),
    Math.round(process.memoryUsage().rss / 2 ** 20),
  ])
}
await pool.close()
console.log(machineLine('npm run bench -- proposal'))
console.log(
  table(
    [
      'requests × teams',
      'lists',
      'proven',
      'median ms',
      'slowest ms',
      'largest gap',
      'left open',
      'left open, in turn',
      'cost ÷ cost in turn',
      'event loop p99 ms, dividing',
      'event loop p99 ms, idle',
      'memory MiB',
    ],
    rows,
  ),
)

type Run = {
  took: number
  proven: boolean
  gap: number
  open: number
  inTurnOpen: number
  cost: number
  inTurnCost: number
  delay: number
  idle: number
}

/** The 99th percentile of how late the event loop of this thread is, in milliseconds, while that work runs. */
async function loopDelay(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await work()
  delay.disable()
  return delay.percentile(99) / 1e6
}

async function measure(requests: number, teams: number, seed: number): Promise<Run> {
  const { problem, takers } = invent(requests, teams, seed)
  const idle = await loopDelay(() => sleep(1_000))
  const started = performance.now()
  let divided: Divided | undefined
  const delay = await loopDelay(async () => {
    divided = await pool.divide(problem, { seconds })
  })
  const took = performance.now() - started
  if (!divided) throw new Error('A division is always handed over')
  const { division, quality } = divided
  const [found, turns] = [sumsOf(problem, division), sumsOf(problem, inTurn(problem, takers))]
  return {
    took,
    proven: quality.proven,
    gap: quality.cost === 0 ? 0 : (quality.cost - quality.bound) / quality.cost,
    open: found.open,
    inTurnOpen: turns.open,
    cost: found.cost,
    inTurnCost: turns.cost,
    delay,
    idle,
  }
}

function invent(requests: number, teams: number, seed: number): { problem: Problem; takers: Taker[] } {
  const draw = dice(seed)
  const pick = <One>(list: readonly One[]): One => list[Math.floor(draw() * list.length)] as One
  const pc4s = Array.from({ length: 40 }, (_, nth) => String(6800 + nth))
  const place = () => ({ latitude: 51.93 + draw() * 0.12, longitude: 5.8 + draw() * 0.25 })
  const kinds: readonly CareKind[] = ['personal-care', 'nursing', 'wound', 'palliative']
  const takers = Array.from({ length: teams }, (_, nth): Taker => {
    const room = new Map<string, ReturnType<typeof roomOf>>()
    const light = draw() < 0.7 ? 'green' : 'amber'
    const usual = 30 * (1 + Math.floor(draw() * 4))
    return {
      teamId: `team-${String(nth).padStart(4, '0')}`,
      teamName: `Team ${nth}`,
      organizationId: `organization-${nth % Math.ceil(teams / 3)}`,
      organizationName: `Organisatie ${nth % Math.ceil(teams / 3)}`,
      pc4s: new Set(pc4s.filter(() => draw() < 0.5)),
      careKinds: kinds.filter((_, kind) => kind < 2 || draw() < 0.4),
      insurers: [],
      languages: draw() < 0.3 ? ['tr'] : [],
      faiths: [],
      place: place(),
      lightOf: () => light,
      roomOf: ({ on, daypart }) => {
        const key = `${on} ${daypart}`
        const known = room.get(key) ?? roomOf(light, draw() < 0.06 ? 0 : usual, null)
        room.set(key, known)
        return known
      },
      taken: { week: 0, month: 0 },
      fairShare: draw() * 2,
    }
  })
  const patterns: readonly (readonly Daypart[])[] = [
    ['morning'],
    ['morning', 'evening'],
    ['evening'],
    ['afternoon'],
    [],
  ]
  const urgencies: readonly Priority[] = ['within-24-hours', 'within-48-hours', 'this-week', 'this-week', 'planned']
  const waiting = Array.from({ length: requests }, (_, nth): Waiting => {
    const timesPerWeek = pick([3, 7, 7, 14])
    return {
      wanted: {
        requestId: `request-${String(nth).padStart(4, '0')}`,
        pc4: pick(pc4s),
        place: place(),
        careKinds: [pick(kinds)],
        dayparts: pick(patterns),
        priority: pick(urgencies),
        startOn: '2026-11-23',
        languages: draw() < 0.1 ? ['tr'] : [],
        preferredOrganizationId: draw() < 0.3 ? pick(takers).organizationId : undefined,
        earlierOrganizationIds: [],
        refusedBy: [],
      },
      amount: { timesPerWeek, hoursPerWeek: (timesPerWeek * pick([20, 30, 45])) / 60 },
      waitedDays: Math.floor(draw() * 6),
      dayIsCertain: draw() < 0.5,
      forbidden: [],
    }
  })
  const asked = waiting.map((one) => askedOf(one, takers, firstWeights))
  return { problem: toProblem(asked, takers), takers }
}

/** mulberry32: the same list for the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
