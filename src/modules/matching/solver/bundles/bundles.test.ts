import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { priorities } from '#kernel/priorities.ts'
import { worthOf } from '../../../../../bench/support/published.ts'
import { piecesOf, toColumns, withColumns } from '../../rules/division/model.ts'
import { costOf, open, type Problem } from '../../rules/division/problem.ts'
import { problemOf } from '../../rules/division/testing.ts'
import { verify } from '../../rules/division/verify.ts'
import { aTaker, aWaiting } from '../../testing.ts'
import { loadSolver, type Solve } from '../highs.ts'
import { solvePiece } from '../piece.ts'
import { BundleSearch } from './best-bundle.ts'
import type { Task, Team } from './field.ts'
import { solveBundled } from './solve-bundled.ts'

const seconds = 120
let solve: Solve
beforeAll(async () => {
  solve = await loadSolver()
})

/** Every piece of a problem, from everything open: what bundles make of it, and what the solver by itself says is the best. */
function bundledOf(problem: Problem) {
  const { pieces, instead } = piecesOf(problem)
  const from = problem.asked.map(() => open)
  return pieces.map((piece) => {
    const start = toColumns(piece, instead, from)
    const told: number[] = []
    const { bound = 0, columns = start } = solveBundled(solve, problem, piece, {
      start,
      seconds,
      onProgress: (so) => told.push(so.bound ?? 0),
    })
    const best = solve(piece.model, { seconds })
    const proved = solvePiece(solve, problem, piece, { start, seconds }, { few: 0, many: Number.POSITIVE_INFINITY })
    const division = withColumns(problem, piece, columns, from)
    return {
      cost: costOf(problem, division, piece.requests),
      begun: costOf(problem, from, piece.requests),
      best: Math.round(best.bound ?? 0),
      proved: [proved.status, worthOf(piece.model, proved.columns ?? [])],
      bound: Math.max(bound, ...told),
      faults: verify(problem, division),
      columns,
    }
  })
}

/** Teams with little room and requests that compete for it, some of which two teams may divide. */
const scarce = fc
  .tuple(
    fc.array(fc.record({ minutes: fc.constantFrom(30, 45, 60, 75), languages: fc.subarray(['tr', 'de']) }), {
      minLength: 2,
      maxLength: 3,
    }),
    fc.array(
      fc.record({
        dayparts: fc.subarray(['morning', 'evening'] as const, { minLength: 1 }),
        priority: fc.constantFrom(...priorities),
        hoursPerWeek: fc.constantFrom(2, 3, 5, 7),
        languages: fc.subarray(['tr', 'de']),
      }),
      { minLength: 5, maxLength: 9 },
    ),
  )
  .map(([teams, requests]) =>
    problemOf(
      requests.map((one, nth) => aWaiting(`r${nth}`, one)),
      teams.map((one, nth) => aTaker(`t${nth}`, one)),
    ),
  )

test('makes of bundles a division that holds, never says that more is needed than the best there is, and is proven from there', () => {
  let pieces = 0
  fc.assert(
    fc.property(scarce, (problem) => {
      for (const { cost, begun, best, bound, proved, faults } of bundledOf(problem)) {
        pieces += 1
        expect(faults).toEqual([])
        expect(cost).toBeLessThanOrEqual(begun)
        expect(cost).toBeGreaterThanOrEqual(best)
        expect(bound).toBeLessThanOrEqual(best + 1e-4)
        expect(proved).toEqual(['proven', best])
      }
    }),
    { numRuns: 12, seed: 20261123 },
  )
  expect(pieces).toBeGreaterThan(10)
})

test('where room is scarce comes to the best there is, the same each time, also with two teams for one request', () => {
  const teams = Array.from({ length: 6 }, (_, nth) =>
    aTaker(`t${nth}`, { minutes: 45 + 15 * (nth % 3), languages: nth % 2 === 0 ? ['tr'] : [] }),
  )
  const requests = Array.from({ length: 18 }, (_, nth) =>
    aWaiting(`r${nth}`, {
      dayparts: nth % 3 === 0 ? ['morning', 'evening'] : [nth % 2 === 0 ? 'morning' : 'evening'],
      priority: (['within-24-hours', 'within-48-hours', 'this-week'] as const)[nth % 3],
      hoursPerWeek: [3, 5, 7][nth % 3],
      languages: nth % 4 === 0 ? ['tr'] : [],
    }),
  )
  const problem = problemOf(requests, teams)
  const found = bundledOf(problem)
  expect(found.length).toBeGreaterThan(0)
  for (const { cost, best } of found) expect(cost).toBe(best)
  expect(bundledOf(problem).map(({ columns }) => columns)).toEqual(found.map(({ columns }) => columns))
})

const aTask = fc.record({
  request: fc.integer({ min: 0, max: 5 }),
  worth: fc.integer({ min: -20, max: 100 }),
  uses: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })),
})

test('finds the dearest bundle of a team, and when it may not look long says no less than that of what none is worth more than', () => {
  fc.assert(
    fc.property(
      fc.array(aTask, { maxLength: 10 }),
      fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 })),
      fc.integer({ min: 0, max: 80 }),
      (drawn, limits, over) => {
        const worths = new Map<Task, number>()
        const perRequest = new Map<number, Task[]>()
        for (const [column, { request, worth, uses }] of drawn.entries()) {
          const task: Task = { row: request, cost: 0, column, uses: Int32Array.from(uses) }
          worths.set(task, worth)
          perRequest.set(request, [...(perRequest.get(request) ?? []), task])
        }
        const team: Team = { row: 6, limits: Int32Array.from(limits), tasks: [...perRequest.values()] }
        const worthOf = (task: Task) => worths.get(task) ?? 0
        const sumOf = (bundle: readonly Task[]) => bundle.reduce((sum, task) => sum + worthOf(task), 0)
        const dearest = Math.max(...allOf(team).map(sumOf))
        const { bundles, atMost } = new BundleSearch(team, 100_000).find(worthOf, over)
        if (dearest > over) expect(sumOf(bundles.at(-1) ?? [])).toBe(dearest)
        else expect(bundles).toEqual([])
        expect(atMost).toBeGreaterThanOrEqual(dearest)
        for (const bundle of bundles) expect(allOf(team).some((one) => sameTasks(one, bundle))).toBe(true)
        expect(new BundleSearch(team, 2).find(worthOf, over).atMost).toBeGreaterThanOrEqual(dearest)
      },
    ),
    { numRuns: 400, seed: 20261123 },
  )
})

/** Every bundle that a team has room for. */
function allOf({ tasks, limits }: Team): Task[][] {
  let all: Task[][] = [[]]
  for (const list of tasks) all = [...all, ...all.flatMap((bundle) => list.map((task) => [...bundle, task]))]
  return all.filter((bundle) =>
    limits.every((limit, at) => bundle.reduce((sum, { uses }) => sum + (uses[at] ?? 0), 0) <= limit),
  )
}

function sameTasks(one: readonly Task[], other: readonly Task[]): boolean {
  return one.length === other.length && one.every((task) => other.includes(task))
}
