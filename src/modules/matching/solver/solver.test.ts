import { afterAll, describe, expect, test } from 'vitest'
import { publishedFolder, publishedInstances, worthOf } from '../../../../bench/support/published.ts'
import { askedOf, type Taker, type Waiting } from '../rules/division/choices.ts'
import { Ledger } from '../rules/division/ledger.ts'
import { piecesOf, toColumns } from '../rules/division/model.ts'
import { costOf, type Division, open, type Problem, toProblem } from '../rules/division/problem.ts'
import { verify } from '../rules/division/verify.ts'
import { firstWeights } from '../rules/weights.ts'
import { aTaker, aWaiting, bestOf } from '../testing.ts'
import { loadSolver } from './highs.ts'
import { solveNarrowed } from './narrowing.ts'
import { byColumn, withOnly } from './part-model.ts'
import { SolverPool } from './pool.ts'

const pool = new SolverPool()
afterAll(() => pool.close())

const problemOf = (waiting: readonly Waiting[], takers: readonly Taker[]) =>
  toProblem(
    waiting.map((one) => askedOf(one, takers, firstWeights)),
    takers,
  )

/** More requests than room, teams near and far: what a search alone does not prove. */
function aHardProblem(requests: number, teams: number) {
  const takers = Array.from({ length: teams }, (_, nth) =>
    aTaker(`t${nth}`, {
      minutes: 60 + 15 * (nth % 4),
      place: { latitude: 51.9 + ((nth * 7919) % 100) / 600, longitude: 5.8 + ((nth * 104729) % 100) / 400 },
      languages: nth % 3 === 0 ? ['tr'] : [],
    }),
  )
  const waiting = Array.from({ length: requests }, (_, nth) =>
    aWaiting(`r${String(nth).padStart(5, '0')}`, {
      place: { latitude: 51.9 + ((nth * 6101) % 100) / 600, longitude: 5.8 + ((nth * 3571) % 100) / 400 },
      dayparts: nth % 3 === 0 ? ['morning', 'evening'] : ['morning'],
      priority: (['within-24-hours', 'within-48-hours', 'this-week'] as const)[nth % 3],
      hoursPerWeek: [3, 5, 7][nth % 3],
      languages: nth % 5 === 0 ? ['tr'] : [],
    }),
  )
  return problemOf(waiting, takers)
}

/** Whoever comes first gets the first choice that fits: a place to begin that is far from the best. */
function inAnyOrder(problem: Problem): Division {
  const ledger = new Ledger(problem)
  return problem.spans.map(([from, to]) => {
    for (let at = to - 1; at >= from; at -= 1) {
      if (!ledger.fits(at)) continue
      ledger.take(at)
      return at
    }
    return open
  })
}

describe('the solver', () => {
  test('finds the division that looking at all of them finds, and says that it is proven', async () => {
    const problem = aHardProblem(6, 3)
    const { division, quality } = await pool.divide(problem, { seconds: 60 })
    expect(costOf(problem, division)).toBe(costOf(problem, bestOf(problem)))
    expect(quality).toMatchObject({ proven: true, limitHit: false, stopped: false, cost: quality.bound })
  })

  test('gives the same answer twice, proves it, and leaves the thread that answers pages alone', async () => {
    const problem = aHardProblem(24, 8)
    const first = await pool.divide(problem, { seconds: 120 })
    expect(verify(problem, first.division)).toEqual([])
    expect(first.quality.proven).toBe(true)
    expect(await pool.divide(problem, { seconds: 120 })).toEqual(first)
  })

  test('hands over the best so far with its distance when it is stopped, and goes on with the next', async () => {
    const problem = aHardProblem(60, 20)
    const stop = new AbortController()
    const solving = pool.divide(problem, { seconds: 120, signal: stop.signal, onProgress: () => stop.abort() })
    const { division, quality } = await solving
    expect(verify(problem, division)).toEqual([])
    expect(quality.bound).toBeLessThanOrEqual(quality.cost)
    expect(quality.proven || quality.stopped).toBe(true)
    const small = aHardProblem(6, 3)
    expect((await pool.divide(small, { seconds: 60 })).quality.proven).toBe(true)
  })

  test('says that the clock struck, and still hands over a division that holds', async () => {
    const problem = aHardProblem(60, 20)
    const { division, quality } = await pool.divide(problem, { seconds: 0 })
    expect(verify(problem, division)).toEqual([])
    expect(quality).toMatchObject({ proven: false, limitHit: true })
  })

  test('answers the odd ones: nothing to divide, one of each, all red, pins that contradict', async () => {
    const seconds = 60
    expect((await pool.divide(problemOf([], []), { seconds })).quality).toMatchObject({ cost: 0, proven: true })
    expect((await pool.divide(problemOf([], [aTaker('t0')]), { seconds })).division).toEqual([])
    const alone = await pool.divide(problemOf([aWaiting('r0')], []), { seconds })
    expect(alone).toMatchObject({ division: [open], quality: { proven: true } })
    const one = await pool.divide(problemOf([aWaiting('r0')], [aTaker('t0')]), { seconds })
    expect(one).toMatchObject({ division: [0], quality: { proven: true } })
    const red = problemOf([aWaiting('r0'), aWaiting('r1')], [aTaker('t0', { lights: { morning: 'red' } })])
    expect((await pool.divide(red, { seconds })).division).toEqual([open, open])
    const pins = ['r0', 'r1'].map((id) => aWaiting(id, { pinnedTo: 't0' }))
    const both = problemOf(pins, [aTaker('t0', { clients: 1 }), aTaker('t1')])
    const kept = await pool.divide(both, { seconds })
    expect(kept.division.filter((at) => at === open)).toHaveLength(1)
    expect(kept.quality.proven).toBe(true)
  })

  test('makes a large model small without losing the best of it', async () => {
    const solve = await loadSolver()
    const seconds = 120
    for (const problem of [aHardProblem(12, 4), aHardProblem(16, 6)]) {
      const { pieces, instead } = piecesOf(problem)
      for (const piece of pieces) {
        const { model } = piece
        const start = toColumns(piece, instead, inAnyOrder(problem))
        const worth = (columns: ArrayLike<number> = []) => worthOf(model, columns) ?? Number.NaN
        const whole = solve(model, { start, seconds })
        const told: number[] = []
        const narrowed = solveNarrowed(solve, model, {
          start,
          seconds,
          onProgress: ({ bound }) => told.push(bound ?? 0),
        })
        expect([narrowed.status, worth(narrowed.columns)]).toEqual(['proven', worth(whole.columns)])
        // What it says meanwhile is never more than the best there is.
        expect(Math.max(narrowed.bound ?? 0, ...told)).toBeLessThanOrEqual(worth(whole.columns) + 1e-4)
        expect(solveNarrowed(solve, model, { start, seconds }).columns).toEqual(narrowed.columns)
      }
    }
  })

  test('of a model keeps only some columns, and the rows in which those stand', () => {
    const model = {
      ...{ numCols: 3, numRows: 2, colCost: [1, 2, 3], colLower: [0, 0, 0], colUpper: [1, 1, 1] },
      ...{ integrality: [1, 1, 0], rowLower: [1, -1e30], rowUpper: [1, 60] },
      ...{ starts: [0, 2, 3], indices: [0, 2, 1], values: [1, 1, 45] },
    }
    expect(withOnly(model, byColumn(model), [0, 2])).toEqual({
      ...{ numCols: 2, numRows: 1, colCost: [1, 3], colLower: [0, 0], colUpper: [1, 1] },
      ...{ integrality: [1, 0], rowLower: [1], rowUpper: [1] },
      ...{ starts: [0, 2], indices: [0, 1], values: [1, 1] },
    })
  })

  test('of ten thousand requests hands over a division that holds when its time is up', async () => {
    const problem = aHardProblem(10_000, 2)
    const { division, quality } = await pool.divide(problem, { seconds: 1 })
    expect(verify(problem, division)).toEqual([])
    expect(quality.bound).toBeLessThanOrEqual(quality.cost)
    expect(quality.proven || quality.limitHit).toBe(true)
  })

  test('tells infeasible and broken from good, and lives on', async () => {
    const model = piecesOf(aHardProblem(12, 2)).pieces[0]?.model
    if (!model) throw new Error('There is more than room for')
    const impossible = { ...model, colUpper: model.colUpper.map(() => 0) }
    expect(await pool.solve(impossible, { seconds: 60 })).toMatchObject({ status: 'infeasible', columns: undefined })
    const broken = await pool.solve({ ...model, colCost: [Number.NaN] }, { seconds: 60 })
    expect(broken.status).toBe('failed')
    expect((broken.message ?? '').length).toBeLessThanOrEqual(500)
    expect((await pool.solve(model, { seconds: 60 })).status).toBe('proven')
  })

  const instances = publishedInstances()
  // Of each of the twelve sets the first; all sixty are `npm run bench -- gap`.
  const firsts = instances?.filter(({ name }) => name.endsWith('-0')) ?? []
  test.skipIf(!instances)(
    instances ? 'finds the known optimum of published instances' : `published instances: not at ${publishedFolder}`,
    async () => {
      expect(firsts).toHaveLength(12)
      for (const { name, optimum, model } of firsts) {
        const solved = await pool.solve(model, { seconds: 120 })
        expect([name, solved.status, solved.columns && worthOf(model, solved.columns)]).toEqual([
          name,
          'proven',
          optimum,
        ])
      }
    },
    120_000,
  )
})
