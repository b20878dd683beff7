import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { qualitySentence } from '../division-text.nl.ts'
import { explain, sumsOf } from '../rules/division/explain.ts'
import { missingThings } from '../rules/division/missing.ts'
import { piecesOf } from '../rules/division/model.ts'
import { costAtLeast, costOf, open, type Problem } from '../rules/division/problem.ts'
import { problemOf } from '../rules/division/testing.ts'
import { verify } from '../rules/division/verify.ts'
import { aTaker, aWaiting, bestOf } from '../testing.ts'
import { divide } from './divide.ts'
import { loadSolver, type Solve, type Solved } from './highs.ts'
import { SolverPool } from './pool.ts'

let highs: Solve
beforeAll(async () => {
  highs = await loadSolver()
})

const within = { seconds: 60, stopped: () => false, onProgress: () => undefined }
const nobodyAsks: Solve = () => {
  throw new Error('There was nothing to ask')
}
const said =
  (solved: Partial<Solved>): Solve =>
  () => ({ status: 'failed', columns: undefined, bound: undefined, ...solved })

/** More who want the same than there is room for, so that a search alone proves nothing. */
const rivals = (count = 6) =>
  problemOf(
    Array.from({ length: count }, (_, nth) => aWaiting(`r${nth}`, { priority: nth % 2 ? 'this-week' : 'planned' })),
    [aTaker('t0', { clients: 1 }), aTaker('t1', { clients: 2, place: { latitude: 51.9, longitude: 6.1 } })],
  )

/** It holds, and what is told of it says no more than what is known. */
function expectSound(problem: Problem, answer: ReturnType<typeof divide>): void {
  const { division, quality } = answer
  expect(verify(problem, division)).toEqual([])
  expect(quality.cost).toBe(costOf(problem, division))
  expect(quality.bound).toBeLessThanOrEqual(costOf(problem, bestOf(problem)))
  expect(quality.bound).toBeGreaterThanOrEqual(costAtLeast(problem))
  expect(sumsOf(problem, division).cost).toBe(quality.cost)
  expect(explain(problem, division)).toHaveLength(problem.asked.length)
}

describe('a solver that does not do what it should', () => {
  const odd: [string, Solve, string | undefined][] = [
    ['finds it infeasible', said({ status: 'infeasible' }), undefined],
    ['failed', said({ message: 'Out of memory' }), 'Out of memory'],
    ['throws', nobodyAsks, 'There was nothing to ask'],
    ['stops early', said({ status: 'stopped' }), undefined],
    ['says proven without an answer', said({ status: 'proven' }), undefined],
    [
      'says proven of what does not hold',
      ({ numCols }) => ({ status: 'proven', columns: Array(numCols).fill(1), bound: undefined }),
      undefined,
    ],
  ]
  test.each(odd)('%s: the division of the search stands, and nothing is called proven', (_, solve, fault) => {
    const problem = rivals()
    const answer = divide(problem, solve, within)
    expectSound(problem, answer)
    expect(answer.quality).toMatchObject({ proven: false, limitHit: false, stopped: false, engine: 'search' })
    expect(answer.fault).toBe(fault)
    expect(qualitySentence(answer.quality)).toMatch(
      /^Dit is de beste verdeling die gevonden is. Hooguit \d+ punten van/,
    )
    expect(divide(problem, highs, within).quality.proven).toBe(true)
  })

  test('keeps what it proved of one piece when it breaks on the next, and is not asked a third time', () => {
    const groups = ['6811', '6812', '6813'].map((pc4, group) => ({
      waits: Array.from({ length: 3 }, (_, nth) => aWaiting(`g${group}-${nth}`, { pc4 })),
      team: aTaker(`g${group}`, { clients: 1, pc4s: new Set([pc4]) }),
    }))
    const problem = problemOf(
      groups.flatMap(({ waits }) => waits),
      groups.map(({ team }) => team),
    )
    expect(piecesOf(problem).pieces).toHaveLength(3)
    let asked = 0
    const answer = divide(
      problem,
      (model, solving) => {
        asked += 1
        return asked === 1 ? highs(model, solving) : nobodyAsks(model, solving)
      },
      within,
    )
    expectSound(problem, answer)
    expect([asked, answer.fault]).toEqual([2, 'There was nothing to ask'])
    expect(answer.quality.bound).toBeGreaterThan(costAtLeast(problem))
    expect(answer.quality.proven).toBe(false)
  })
})

describe('a thread that breaks', () => {
  const pool = new SolverPool()
  afterAll(() => pool.close())

  test('after the search leaves its division, says what broke, and the next list has a thread of its own', async () => {
    const problem = rivals()
    const [first] = problem.asked
    if (!first) throw new Error('There are six')
    // Choices from the second up to the first: nothing for a search, and no list at all for what comes after it.
    const broken = {
      ...problem,
      asked: [...problem.asked, first],
      spans: [...problem.spans, [1, 0] as const],
      unplaced: [...problem.unplaced, 1],
    }
    const { division, quality, fault } = await pool.divide(broken, { seconds: 60 })
    expect([verify(broken, division), quality.proven, fault]).toEqual([[], false, 'Invalid array length'])
    expect((await pool.divide(problem, { seconds: 60 })).quality.proven).toBe(true)
  })

  test('before there is any says so, and the next list has an answer', async () => {
    const problem = rivals()
    const nothing = { ...problem, choices: undefined as never }
    await expect(pool.divide(nothing, { seconds: 60 })).rejects.toThrow('undefined')
    expect((await pool.divide(problem, { seconds: 60 })).quality.proven).toBe(true)
  })
})

describe('an odd list', () => {
  test('of which nothing competes needs no solver: it is proven at once', () => {
    const red = aTaker('red', { lights: { morning: 'red' } })
    const far = aTaker('far', { pc4s: new Set(['9999']) })
    const one = [aWaiting('r0')]
    const lists: [Problem, number][] = [
      [problemOf([], []), 0],
      [problemOf([], [aTaker('t0')]), 0],
      [problemOf(one, []), 1],
      [problemOf(one, [aTaker('t0')]), 0],
      [problemOf([...one, aWaiting('r1')], [red]), 2],
      [problemOf([...one, aWaiting('r1')], [far, red]), 2],
      [problemOf([aWaiting('r0', { pinnedTo: 'red' })], [red, aTaker('t0')]), 1],
      [problemOf([aWaiting('r0', { pinnedTo: 'gone' })], [aTaker('t0')]), 1],
      [problemOf([aWaiting('r0', { pinnedTo: 't0', forbidden: ['t0'] })], [aTaker('t0')]), 1],
    ]
    for (const [problem, left] of lists) {
      const answer = divide(problem, nobodyAsks, within)
      expectSound(problem, answer)
      expect(answer.quality).toMatchObject({ proven: true, limitHit: false, stopped: false })
      expect(answer.division.filter((at) => at === open)).toHaveLength(left)
      expect(missingThings(problem, answer.division).every(({ requestIds }) => requestIds.length > 0)).toBe(true)
    }
  })

  test('of three hundred, each with room of its own, is proven without a solver as well', () => {
    const waits = Array.from({ length: 300 }, (_, nth) => aWaiting(`r${nth}`))
    const problem = problemOf(waits, [aTaker('t0', { clients: 300 }), aTaker('t1', { lights: { morning: 'amber' } })])
    const { division, quality } = divide(problem, nobodyAsks, within)
    expect([quality.proven, verify(problem, division)]).toEqual([true, []])
    expect(division.every((at) => problem.choices[at]?.teamId === 't0')).toBe(true)
  })

  test('of pins that contradict keeps as many as go in, the most urgent of them, and divides the rest as ever', () => {
    const pinned = Array.from({ length: 12 }, (_, nth) =>
      aWaiting(`p${String(nth).padStart(2, '0')}`, { pinnedTo: 't0', priority: nth === 7 ? 'today' : 'planned' }),
    )
    const free = [aWaiting('r0'), aWaiting('r1', { priority: 'today' })]
    const problem = problemOf([...pinned, ...free], [aTaker('t0', { clients: 1 }), aTaker('t1', { clients: 1 })])
    const answer = divide(problem, highs, within)
    expectSound(problem, answer)
    const given = answer.division.map((at) => problem.choices[at]?.teamId)
    expect(answer.quality.proven).toBe(true)
    expect(
      problem.asked.flatMap(({ waiting }, nth) => (given[nth] ? [[waiting.wanted.requestId, given[nth]]] : [])),
    ).toEqual([
      ['p07', 't0'],
      ['r1', 't1'],
    ])
    const kinds = explain(problem, answer.division).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'pinned')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'full')).toHaveLength(12)
  })

  test('of three hundred pins on room for one, as urgent and as long waiting as can be, is still proven', () => {
    const waits = Array.from({ length: 300 }, (_, nth) =>
      aWaiting(`r${String(nth).padStart(3, '0')}`, { pinnedTo: 't0', priority: 'today', waitedDays: 28 }),
    )
    const problem = problemOf(waits, [aTaker('t0', { clients: 1 }), aTaker('t1')])
    const { division, quality } = divide(problem, highs, within)
    expect(verify(problem, division)).toEqual([])
    expect(division.filter((at) => at !== open)).toHaveLength(1)
    expect(quality).toMatchObject({ proven: true, cost: quality.bound })
    // More than four bytes hold: the table has eight.
    expect(quality.cost).toBeGreaterThan(2 ** 31)
  })
})
