import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aTaker, aWaiting, bestOf, divisionOf } from '../../testing.ts'
import type { Choice } from './choices.ts'
import { inTurn } from './in-turn.ts'
import { type Model, piecesOf, toColumns, withColumns } from './model.ts'
import { costAtLeast, costOf, type Division, open } from './problem.ts'
import { byRegret } from './search.ts'
import { end, problemOf, roomier, searched, takers, waiting } from './testing.ts'
import { verify } from './verify.ts'
import { roomOf, visitsOf } from './week.ts'

/** Who does what of a request, on which day and when. */
function keyOf({ teamId, startOn, dayparts: asked, parts = [] }: Choice): string {
  return [
    teamId,
    startOn,
    asked.join(),
    ...parts.map((part) => [part.teamId, part.dayparts.join(), part.careKinds?.join()].join(' ')),
  ].join(' ')
}

describe('what a request takes of a week', () => {
  test('is its visits, spread from the first day, each as long as its hours say', () => {
    const daily = visitsOf('2026-11-23', ['morning', 'evening'], { timesPerWeek: 14, hoursPerWeek: 7 })
    expect(daily.minutes).toBe(30)
    expect(daily.cells).toHaveLength(14)
    const thrice = visitsOf('2026-11-23', ['morning'], { timesPerWeek: 3, hoursPerWeek: 2 })
    expect(thrice).toEqual({
      minutes: 40,
      cells: ['2026-11-23', '2026-11-25', '2026-11-27'].map((on) => ({ on, daypart: 'morning' })),
    })
    expect(visitsOf('2026-11-23', ['morning'], {})).toMatchObject({ minutes: 30, cells: { length: 7 } })
  })

  test('room is what was told, and only without it what a light stands for; red is none', () => {
    expect(roomOf('green', 90, 2)).toEqual({ minutes: 90, clients: 2 })
    expect(roomOf('red', 90, 2)).toEqual({ clients: 0 })
    expect(roomOf('green', null, null).clients).toBeGreaterThan(roomOf('amber', null, null).clients ?? 99)
    expect(roomOf('unknown', null, null).clients).toBe(1)
  })
})

describe('a division', () => {
  test('by whatever means is never over the room, never to a team that may not, and a pin is kept', () => {
    fc.assert(
      fc.property(waiting, takers, (all, teams) => {
        const problem = problemOf(all, teams)
        for (const division of [searched(problem), end(byRegret(problem)), inTurn(problem, teams), bestOf(problem)]) {
          expect(verify(problem, division)).toEqual([])
          expect(costOf(problem, division)).toBeGreaterThanOrEqual(costAtLeast(problem))
          expect(costOf(problem, bestOf(problem))).toBeLessThanOrEqual(costOf(problem, division))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the best one keeps every pin that can be kept, whatever else that leaves open', () => {
    fc.assert(
      fc.property(waiting, takers, fc.nat(4), (all, teams, nth) => {
        const free = all.map((one) => ({ ...one, pinnedTo: undefined }))
        const pinned = free.map((one, at) => (at === nth ? { ...one, pinnedTo: 't0' } : one))
        const problem = problemOf(pinned, teams)
        const division = bestOf(problem)
        for (const [at, { waiting: asked, choices }] of problem.asked.entries())
          if (asked.pinnedTo && choices.length > 0) expect(problem.choices[division[at] ?? open]?.teamId).toBe('t0')
      }),
      { numRuns: 60 },
    )
  })

  test('more room or a better light never makes the best one worse', () => {
    fc.assert(
      fc.property(waiting, takers, fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }), (all, teams, draws) => {
        const [before, after] = [problemOf(all, teams), problemOf(all, roomier(teams, draws))]
        expect(costOf(after, bestOf(after))).toBeLessThanOrEqual(costOf(before, bestOf(before)))
        // Not only the best one: for whatever was possible there is something that costs no more and takes no more room.
        for (const [request, { choices, waiting: asked }] of before.asked.entries()) {
          expect(after.unplaced[request]).toBe(before.unplaced[request])
          const then = after.asked[request]?.choices ?? []
          const lost = choices.filter(
            (choice) => !then.some((other) => other.cost <= choice.cost && within(other, choice)),
          )
          expect([asked.wanted.requestId, lost]).toEqual([asked.wanted.requestId, []])
        }
      }),
      { numRuns: 120 },
    )
  })

  /** Whether a choice takes no room that another does not take: of the same teams, or of one of the two. */
  function within(one: Choice, other: Choice): boolean {
    const room = (choice: Choice) => {
      return (choice.parts ?? [choice]).flatMap(({ teamId, cells }) =>
        cells.map(({ on, daypart }) => `${teamId} ${on} ${daypart}`),
      )
    }
    const taken = new Set(room(other))
    return one.minutes <= other.minutes && room(one).every((slot) => taken.has(slot))
  }

  test('more room takes no way to divide a request away, also among more teams than are tried in pairs', () => {
    const far = (nth: number) => ({ latitude: 51.98 + nth / 300, longitude: 5.91 })
    const red = { morning: 'red', evening: 'red' } as const
    const some = Array.from({ length: 14 }, (_, nth) =>
      aTaker(`t${String(nth).padStart(2, '0')}`, { clients: 1, place: far(nth), lights: nth < 5 ? red : {} }),
    )
    const both = ['r0', 'r1', 'r2', 'r3'].map((id) => aWaiting(id, { dayparts: ['morning', 'evening'] }))
    for (let nth = 0; nth < 5; nth += 1) {
      const more = some.map((team, at) =>
        at === nth ? aTaker(team.teamId, { clients: 1, place: far(at), lights: { evening: 'red' } }) : team,
      )
      const [before, after] = [problemOf(both, some), problemOf(both, more)].map(
        (problem) => new Set(problem.asked[0]?.choices.map(keyOf)),
      )
      expect([...(before ?? [])].filter((key) => !after?.has(key))).toEqual([])
    }
  })

  test('does not hang on the order in which requests and teams come in', () => {
    fc.assert(
      fc.property(waiting, takers, (all, teams) => {
        const one = problemOf(all, teams)
        const turned = problemOf([...all].reverse(), [...teams].reverse())
        expect(turned.choices).toEqual(one.choices)
        expect(piecesOf(turned)).toEqual(piecesOf(one))
        expect(searched(turned)).toEqual(searched(one))
        expect(inTurn(turned, teams)).toEqual(inTurn(one, teams))
      }),
      { numRuns: 60 },
    )
  })

  test('goes into the columns of its pieces and comes back no dearer, and every row of a model holds for it', () => {
    fc.assert(
      fc.property(waiting, takers, (all, teams) => {
        const problem = problemOf(all, teams)
        const { pieces, settled, instead } = piecesOf(problem)
        const division = searched(problem)
        let back = division.map((at, request) => settled.get(request) ?? at)
        for (const piece of pieces) {
          const columns = toColumns(piece, instead, division)
          const { model, requests } = piece
          back = [...withColumns(problem, piece, columns, back)]
          expect(model.colCost.reduce((sum, cost, at) => sum + cost * (columns[at] ?? 0), 0)).toBe(
            costOf(problem, back, requests),
          )
          for (let row = 0; row < model.numRows; row += 1) {
            let sum = 0
            for (let at = model.starts[row] ?? 0; at < (model.starts[row + 1] ?? 0); at += 1)
              sum += (model.values[at] ?? 0) * (columns[model.indices[at] ?? 0] ?? 0)
            expect(sum).toBeGreaterThanOrEqual(model.rowLower[row] ?? 0)
            expect(sum).toBeLessThanOrEqual(model.rowUpper[row] ?? 0)
          }
        }
        expect(verify(problem, back)).toEqual([])
        expect(costOf(problem, back)).toBeLessThanOrEqual(costOf(problem, division))
      }),
      { numRuns: 60 },
    )
  })

  test('holds when no limit is passed, so the best of the pieces are the best of the whole', () => {
    fc.assert(
      fc.property(waiting, takers, (all, teams) => {
        const problem = problemOf(all, teams)
        const { pieces, settled } = piecesOf(problem)
        let whole: Division = problem.asked.map((_, request) => settled.get(request) ?? open)
        for (const piece of pieces) {
          const values = bestColumns(piece.model)
          whole = withColumns(problem, piece, values, whole)
        }
        expect(verify(problem, whole)).toEqual([])
        expect(costOf(problem, whole)).toBe(costOf(problem, bestOf(problem)))
      }),
      { numRuns: 60 },
    )
  })

  /** The best of a model, by trying its columns row by row of the requests: without knowing what they stand for. */
  function bestColumns(model: Model): number[] {
    const requests = model.rowLower.filter((lower) => lower === 1).length
    const left = [...model.rowUpper]
    const now = Array<number>(model.numCols).fill(0)
    const rowsOf = now.map((): [number, number][] => [])
    for (let row = requests; row < model.numRows; row += 1)
      for (let at = model.starts[row] ?? 0; at < (model.starts[row + 1] ?? 0); at += 1)
        rowsOf[model.indices[at] ?? 0]?.push([row, model.values[at] ?? 0])
    const costs = Array.from({ length: requests }, (_, row) =>
      Math.min(...model.indices.slice(model.starts[row], model.starts[row + 1]).map((at) => model.colCost[at] ?? 0)),
    )
    let best = { cost: Number.POSITIVE_INFINITY, values: now }
    const from = (row: number, cost: number): void => {
      if (cost + costs.slice(row).reduce((sum, one) => sum + one, 0) >= best.cost) return
      if (row === requests) {
        best = { cost, values: [...now] }
        return
      }
      for (let at = model.starts[row] ?? 0; at < (model.starts[row + 1] ?? 0); at += 1) {
        const column = model.indices[at] ?? 0
        const own = rowsOf[column] ?? []
        if (own.some(([limit, use]) => (left[limit] ?? 0) < use)) continue
        for (const [limit, use] of own) left[limit] = (left[limit] ?? 0) - use
        now[column] = 1
        from(row + 1, cost + (model.colCost[column] ?? 0))
        now[column] = 0
        for (const [limit, use] of own) left[limit] = (left[limit] ?? 0) + use
      }
    }
    from(0, 0)
    return best.values
  }

  test('the checker sees what was planted: too many, a foreign choice, a pin that was not kept', () => {
    const small = aTaker('t0', { minutes: 30, clients: null })
    const problem = problemOf([aWaiting('r0'), aWaiting('r1')], [small])
    expect(verify(problem, divisionOf(problem, ['t0', undefined]))).toEqual([])
    expect(verify(problem, divisionOf(problem, ['t0', 't0']))[0]).toContain('Too many minutes')
    expect(verify(problem, [problem.spans[1]?.[0] ?? 0, open])[0]).toContain('not its own')
    const [first, ...rest] = problem.asked
    if (!first) throw new Error('There are two')
    const asked = [{ ...first, waiting: { ...first.waiting, pinnedTo: 't9', forbidden: ['t0'] } }, ...rest]
    expect(verify({ ...problem, asked }, divisionOf(problem, ['t0', undefined]))).toHaveLength(2)
  })
})
