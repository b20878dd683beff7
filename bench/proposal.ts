import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { type LaidOut, layOut } from '../src/modules/matching/laying-out.ts'
import type { Result } from '../src/modules/matching/proposal.ts'
import { type Sums, sumsOf } from '../src/modules/matching/rules/division/explain.ts'
import { byRegret, byRuin, usualRounds } from '../src/modules/matching/rules/division/search.ts'
import { SolverPool } from '../src/modules/matching/solver/pool.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { inventList } from './support/invented-list.ts'

/**
 * A division of invented lists, requests × teams, the way the product makes it: handed to its thread as texts. Against `each in turn takes
 * what suits`, the greedy search by regret and the local search by itself; when the first answer was there, when it was proven or how
 * far it was from the best possible at the limit, and how late the thread that answers pages was meanwhile.
 */
const sizes = (process.env.SIZES ?? '20x12,60x30').split(',').map((size) => size.split('x').map(Number))
const seeds = Number(process.env.SEEDS ?? 5)
const seconds = Number(process.env.SECONDS ?? 20)
/** With the usual room, and with six tenths of it: then who goes where decides how many stay open. */
const rooms = (process.env.ROOM ?? '1,0.6').split(',').map(Number)

type Run = {
  first: number
  took: number
  proven: boolean
  gap: number
  bound: number
  found: Sums
  inTurn: Sums
  greedy: Sums
  local: Sums
  delay: number
  idle: number
}

const pool = new SolverPool()
// Its first task pays for loading the solver: that is measured by nobody who asks twice.
await pool.divideQuestion(inventList(2, 2, 1), { seconds: 5 })
const rows: (string | number)[][] = []
for (const [requests = 0, teams = 0, room = 1] of sizes.flatMap((size) => rooms.map((room) => [...size, room]))) {
  const runs: Run[] = []
  for (let seed = 1; seed <= seeds; seed += 1) runs.push(await measure(requests, teams, seed, room))
  const mean = (of: (run: Run) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
  const median = (of: (run: Run) => number) => percentile(runs.map(of), 0.5)
  rows.push([
    `${requests} × ${teams}`,
    room,
    runs.length,
    runs.filter(({ proven }) => proven).length,
    ms(median(({ first }) => first)),
    ms(median(({ took }) => took)),
    ms(Math.max(...runs.map(({ took }) => took))),
    `${(100 * mean(({ gap }) => gap)).toFixed(1)} / ${(100 * Math.max(...runs.map(({ gap }) => gap))).toFixed(1)} %`,
    [({ local }: Run) => local.cost, ({ greedy }: Run) => greedy.cost]
      .map((cost) => `${(100 * mean((run) => cost(run) / run.bound - 1)).toFixed(1)} %`)
      .join(' / '),
    [mean(({ found }) => found.open), mean(({ local }) => local.open), mean(({ greedy }) => greedy.open)]
      .concat(mean(({ inTurn }) => inTurn.open))
      .map((open) => open.toFixed(1))
      .join(' / '),
    [
      mean(({ found, local }) => found.cost / local.cost),
      mean(({ found, greedy }) => found.cost / greedy.cost),
      mean(({ found, inTurn }) => found.cost / inTurn.cost),
    ]
      .map((part) => part.toFixed(2))
      .join(' / '),
    ms(median(({ delay }) => delay)),
    ms(median(({ idle }) => idle)),
    Math.round(process.memoryUsage().rss / 2 ** 20),
  ])
}
await pool.close()
console.log(machineLine('npm run bench -- proposal'))
console.log(
  table(
    [
      'requests × teams',
      'room',
      'lists',
      'proven',
      'first answer, median ms',
      'end, median ms',
      'end, slowest ms',
      'gap, mean / largest',
      'above the proven bound: local search / greedy',
      'left open: proposal / local search / greedy / in turn',
      'cost ÷ that of local search / greedy / in turn',
      'event loop p99 ms, dividing',
      'event loop p99 ms, idle',
      'memory MiB',
    ],
    rows,
  ),
)

/**
 * What a prototype reached in November 2026 on the same kind of machine, on lists of its own with less room (a sixth stayed open) and other
 * prices: CPU seconds, not time on the clock. To compare orders, not digits.
 */
console.log('\nThe prototype, on its own lists:')
console.log(
  table(
    ['requests × teams', 'by', 'lists', 'proven', 'CPU s', 'gap, mean', 'above the bound: local search / greedy'],
    [
      ['20 × 12', 'rows per room', 18, 18, '0.06', '0.0 %', '0.0 / 28 %'],
      ['60 × 30', 'rows per room', 18, 18, '0.58', '0.0 %', '3.0 / 56 %'],
      ['60 × 30', 'bundles per team', 18, 16, '0.37', '0.00 %', '3.0 / 56 %'],
      ['200 × 60', 'rows per room', 9, 0, '24', '7.3 %', '15 / 104 %'],
      ['200 × 60', 'bundles per team', 9, 1, '9.7', '1.4 %', '15 / 104 %'],
      ['500 × 200', 'rows per room', 4, 0, '52', '1.9 %', '19 / 83 %'],
      ['500 × 200', 'bundles per team', 4, 0, '16', '1.3 %', '19 / 83 %'],
    ],
  ),
)

/** The 99th percentile of how late the event loop of this thread is, in milliseconds, while that work runs; 1 of it is the look itself. */
async function loopDelay(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return delay.percentile(99) / 1e6
}

async function measure(requests: number, teams: number, seed: number, room: number): Promise<Run> {
  const texts = inventList(requests, teams, seed, room)
  const idle = await loopDelay(() => sleep(1_000))
  const started = performance.now()
  let first = 0
  let told = ''
  const delay = await loopDelay(async () => {
    const answer = await pool.divideQuestion(texts, {
      seconds,
      onProgress: () => {
        first ||= performance.now() - started
      },
    })
    told = answer.told
  })
  const took = performance.now() - started
  const { quality, sums } = JSON.parse(told) as Result
  const laidOut = layOut(texts)
  return {
    first,
    took,
    proven: quality.proven,
    gap: quality.cost === 0 ? 0 : (quality.cost - quality.bound) / quality.cost,
    bound: Math.max(1, quality.bound),
    found: sums.proposal,
    inTurn: sums.inTurn,
    ...searched(laidOut),
    delay,
    idle,
  }
}

function searched({ problem }: LaidOut): Pick<Run, 'greedy' | 'local'> {
  const end = <Answer>(steps: Generator<void, Answer>): Answer => {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }
  const greedy = end(byRegret(problem))
  return { greedy: sumsOf(problem, greedy), local: sumsOf(problem, end(byRuin(problem, greedy, usualRounds(problem)))) }
}
