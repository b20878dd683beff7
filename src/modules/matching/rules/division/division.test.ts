import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { type Light, lights } from '#kernel/lights.ts'
import { priorities } from '#kernel/priorities.ts'
import { aTaker, aWaiting, bestOf, divisionOf } from '../../testing.ts'
import { firstWeights, mostPointsInAll } from '../weights.ts'
import { askedOf, type Choice, type Taker, teamsOf, type Waiting } from './choices.ts'
import { explain, missingThings, type Other, sumsOf } from './explain.ts'
import { inTurn } from './in-turn.ts'
import { Ledger } from './ledger.ts'
import { type Model, piecesOf, toColumns, withColumns } from './model.ts'
import { bedNightPrice, laterPrice, laterTerms, movePrice, openPrice, splitPrice, unplacedPrice } from './prices.ts'
import { costAtLeast, costOf, type Division, open, type Problem, toProblem } from './problem.ts'
import { byRegret, byRuin } from './search.ts'
import { verify } from './verify.ts'
import { roomOf, visitsOf } from './week.ts'

const problemOf = (waiting: readonly Waiting[], takers: readonly Taker[]): Problem =>
  toProblem(
    waiting.map((one) => askedOf(one, takers, firstWeights)),
    takers,
  )

const light = fc.constantFrom<Light>(...lights)
const someTaker = fc.record({
  morning: light,
  afternoon: light,
  evening: light,
  minutes: fc.option(fc.constantFrom(30, 60, 120), { nil: null }),
  clients: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
  languages: fc.subarray(['tr', 'de']),
  fairShare: fc.option(fc.double({ min: 0, max: 3, noNaN: true }), { nil: undefined }),
})
const takers = fc
  .array(someTaker, { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map(({ morning, afternoon, evening, ...more }, nth) =>
      aTaker(`t${nth}`, { lights: { morning, afternoon, evening }, ...more }),
    ),
  )
const someWaiting = fc.record({
  dayparts: fc.subarray(['morning', 'afternoon', 'evening'] as const),
  priority: fc.constantFrom(...priorities),
  languages: fc.subarray(['tr', 'de']),
  hours: fc.option(fc.constantFrom(2, 7, 14), { nil: undefined }),
  waitedDays: fc.integer({ min: 0, max: 9 }),
  dayIsCertain: fc.boolean(),
  inBed: fc.boolean(),
  pinnedTo: fc.option(fc.constantFrom('t0', 't1'), { nil: undefined, freq: 8 }),
  forbidden: fc.subarray(['t0', 't1', 't2'], { maxLength: 1 }),
  earlier: fc.option(fc.constantFrom('t0', 't1'), { nil: undefined }),
})
const waiting = fc
  .array(someWaiting, { maxLength: 5 })
  .map((all) => all.map(({ hours, ...more }, nth) => aWaiting(`r${nth}`, { hoursPerWeek: hours, ...more })))

/** The same teams with more: of each, by what is drawn, a better light, more minutes or another client in some parts of the day. */
function roomier(teams: readonly Taker[], draws: readonly number[]): Taker[] {
  return teams.map((team, nth) => {
    const drawn = (daypart: Daypart) => draws[(3 * nth + dayparts.indexOf(daypart)) % draws.length] ?? 0
    const lightOf: Taker['lightOf'] = (on, daypart) =>
      brighter[team.lightOf(on, daypart)][drawn(daypart) < 2 ? 0 : drawn(daypart) === 2 ? 1 : 2] ?? 'green'
    return {
      ...team,
      lightOf,
      roomOf: (cell) => {
        const light = roomOf(lightOf(cell.on, cell.daypart), null, null)
        const { minutes, clients } = team.roomOf(cell)
        const more = drawn(cell.daypart) % 3
        return {
          minutes: minutes === undefined ? undefined : minutes + 30 * more,
          clients:
            clients === undefined
              ? undefined
              : Math.max(clients, minutes === undefined ? (light.clients ?? 0) : 0) + more,
        }
      },
    }
  })
}

/** A light and those that are better. */
const brighter: Record<Light, readonly Light[]> = {
  red: ['red', 'unknown', 'amber'],
  unknown: ['unknown', 'amber', 'green'],
  amber: ['amber', 'green', 'green'],
  green: ['green', 'green', 'green'],
}

function keyOf({ teamId, startOn, dayparts: asked, parts = [] }: Choice): string {
  return [teamId, startOn, asked.join(), ...parts.map((part) => `${part.teamId} ${part.dayparts.join()}`)].join(' ')
}

/** Runs a search to its end. */
function end<Answer>(steps: Generator<void, Answer>): Answer {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const searched = (problem: Problem) => end(byRuin(problem, end(byRegret(problem)), 40))

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

  test('leaving open grows with urgency and waiting', () => {
    for (const [nth, priority] of priorities.entries()) {
      const next = priorities[nth + 1]
      if (next) expect(openPrice[priority]).toBeGreaterThan(openPrice[next])
      expect(unplacedPrice(priority, 3)).toBeGreaterThan(unplacedPrice(priority, 2))
    }
  })

  test('the worst team on the latest day costs less than two teams, and those less than leaving open', () => {
    for (const priority of priorities) {
      for (const inBed of [false, true]) {
        const { days, price } = laterTerms(priority, { dayIsCertain: false, inBed })
        const alone = mostPointsInAll + movePrice + Math.max(...days) * price
        expect(splitPrice).toBeGreaterThan(alone)
        expect(openPrice[priority]).toBeGreaterThan(splitPrice + alone)
      }
    }
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
        // Not only the best one: whatever was possible still is, and costs no more.
        for (const [request, { choices, waiting: asked }] of before.asked.entries()) {
          expect(after.unplaced[request]).toBe(before.unplaced[request])
          const then = new Map(after.asked[request]?.choices.map((choice) => [keyOf(choice), choice.cost]))
          for (const choice of choices)
            expect([asked.wanted.requestId, then.get(keyOf(choice)) ?? 9_999]).toEqual([
              asked.wanted.requestId,
              Math.min(choice.cost, then.get(keyOf(choice)) ?? 9_999),
            ])
        }
      }),
      { numRuns: 120 },
    )
  })

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

  test('begins on a later day when the day is not certain and only then there is room, and that costs points', () => {
    const full = aTaker('t0')
    const later = {
      ...full,
      roomOf: ({ on }: { on: string }) => (on < '2026-11-25' ? { clients: 0 } : { clients: 1 }),
    }
    const asked = { dayIsCertain: false, priority: 'this-week' } as const
    const problem = problemOf([aWaiting('r0', asked)], [later])
    const [at = open] = bestOf(problem)
    expect(problem.choices[at]).toMatchObject({
      startOn: '2026-11-25',
      daysLater: 2,
      later: 2 * laterPrice['this-week'],
    })
    expect(sumsOf(problem, [at]).later).toBe(2 * laterPrice['this-week'])
    // The first day that has room, and none when the client or the hospital named it.
    const free = problemOf([aWaiting('r0', asked)], [full])
    expect(free.choices[bestOf(free)[0] ?? open]?.daysLater).toBe(0)
    expect(bestOf(problemOf([aWaiting('r0', { ...asked, dayIsCertain: true })], [later]))).toEqual([open])
  })

  test('does not leave somebody in a hospital a night longer for a greener light or less travel, only when nobody can sooner', () => {
    const greener = aTaker('greener', {
      place: { latitude: 51.98, longitude: 5.91 },
      lights: { morning: 'green' },
    })
    const tomorrow = {
      ...greener,
      roomOf: ({ on }: { on: string }) => (on < '2026-11-24' ? { clients: 0 } : { clients: 1 }),
    }
    const today = aTaker('today', { lights: { morning: 'amber' }, fairShare: 2 })
    const asked = { dayIsCertain: false, priority: 'planned' } as const
    const begins = (inBed: boolean, takers: readonly Taker[]) => {
      const problem = problemOf([aWaiting('r0', { ...asked, inBed })], takers)
      return problem.choices[bestOf(problem)[0] ?? open]
    }
    expect(begins(false, [today, tomorrow])).toMatchObject({
      teamId: 'greener',
      daysLater: 1,
      later: laterPrice.planned,
    })
    expect(begins(true, [today, tomorrow])).toMatchObject({ teamId: 'today', daysLater: 0 })
    expect(begins(true, [tomorrow])).toMatchObject({ daysLater: 1, later: laterPrice.planned + bedNightPrice })
  })

  test('changes as little as it can: another team only where that is worth telling people otherwise', () => {
    const far = { place: { latitude: 51.98, longitude: 5.93 } }
    const teams = [aTaker('near'), aTaker('t1', far), aTaker('t2', far)]
    const teamsIn = (waits: readonly Waiting[], takers: readonly Taker[]) => {
      const problem = problemOf(waits, takers)
      return bestOf(problem).map((at) => problem.choices[at]?.teamId)
    }
    expect(teamsIn([aWaiting('r0')], teams)).toEqual(['near'])
    const before = [aWaiting('r0', { earlier: 't1' }), aWaiting('r1', { earlier: 't2' })]
    expect(teamsIn(before, teams)).toEqual(['t1', 't2'])
    // One request comes, one team has no room any more: only who was there goes elsewhere.
    expect(teamsIn([...before, aWaiting('r2')], teams)).toEqual(['t1', 't2', 'near'])
    const without = teams.map((team) =>
      team.teamId === 't2' ? aTaker('t2', { ...far, lights: { morning: 'red' } }) : team,
    )
    expect(teamsIn(before, without)).toEqual(['t1', 'near'])
    // A wish is worth more than staying as it was.
    const wish = aWaiting('r0', { earlier: 't1', preferredOrganizationId: 'org-near' })
    expect(teamsIn([wish], teams)).toEqual(['near'])
  })

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

describe('a request for more parts of the day', () => {
  const morning = aTaker('m', { lights: { evening: 'red' } })
  const evening = aTaker('e', { lights: { morning: 'red' } })
  const both = aWaiting('r0', { dayparts: ['morning', 'evening'] })

  test('is divided over two teams when nobody can alone, each part of the day one of them, and takes room of both', () => {
    const problem = problemOf([both], [morning, evening])
    const [at = open] = bestOf(problem)
    const choice = problem.choices[at]
    expect(choice?.parts?.map(({ teamId, dayparts }) => [teamId, dayparts])).toEqual(
      expect.arrayContaining([
        ['m', ['morning']],
        ['e', ['evening']],
      ]),
    )
    expect(choice?.cost).toBeLessThan(problem.unplaced[0] ?? 0)
    expect(new Set(problem.slotsOf[at]?.map((slot) => problem.slots[slot]?.teamId))).toEqual(new Set(['m', 'e']))
    expect(sumsOf(problem, [at])).toMatchObject({ open: 0, divided: 1, cost: choice?.cost })
    // The room of a part is gone for others: the second of two finds none.
    const narrow = aTaker('e', { lights: { morning: 'red' }, clients: 1 })
    const two = problemOf([both, aWaiting('r1', { dayparts: ['morning', 'evening'] })], [morning, narrow])
    expect(bestOf(two).filter((one) => one === open)).toHaveLength(1)
    expect(verify(two, bestOf(two))).toEqual([])
  })

  test('is not divided when it is pinned, to a team that was forbidden, or when taking turns', () => {
    expect(problemOf([{ ...both, pinnedTo: 'm' }], [morning, evening]).choices).toEqual([])
    expect(problemOf([{ ...both, forbidden: ['e'] }], [morning, evening]).choices).toEqual([])
    expect(inTurn(problemOf([both], [morning, evening]), [morning, evening])).toEqual([open])
  })

  test('goes to one team before two, also to one that suits far worse', () => {
    const worst = aTaker('w', {
      place: { latitude: 52.4, longitude: 6.9 },
      lights: { morning: 'amber', evening: 'amber' },
    })
    const problem = problemOf([{ ...both, earlier: 'm' }], [morning, evening, worst])
    const [at = open] = bestOf(problem)
    expect([problem.choices[at]?.teamId, problem.choices[at]?.parts]).toEqual(['w', undefined])
    expect(explain(problem, [at])).toMatchObject([{ kind: 'only', next: { teamId: 'm', withTeamId: 'e' } }])
  })

  test('is divided when the room of who can alone is needed for another, and says for whom', () => {
    const alone = aTaker('a', { clients: 1 })
    const other = aWaiting('r1', { forbidden: ['m', 'e'], priority: 'within-24-hours' })
    const problem = problemOf([both, other], [alone, morning, evening])
    const division = bestOf(problem)
    expect(division.map((at) => problem.choices[at]?.parts?.length ?? problem.choices[at]?.teamId)).toEqual([2, 'a'])
    expect(explain(problem, division)[0]).toMatchObject({ kind: 'yields', better: [{ teamId: 'a', inTheWay: ['r1'] }] })
  })
})

describe('an explanation', () => {
  test('adds up: the parts to the cost, and the next best to what moving only this request would cost', () => {
    fc.assert(
      fc.property(waiting, takers, (all, teams) => {
        const problem = problemOf(all, teams)
        const division = searched(problem)
        const sums = sumsOf(problem, division)
        expect(sums.cost).toBe(costOf(problem, division))
        expect(sums.open).toBe(division.filter((at) => at === open).length)
        for (const [request, told] of explain(problem, division).entries()) {
          if (told.kind === 'full' || told.kind === 'nobody') {
            expect(division[request]).toBe(open)
            continue
          }
          const without = division.map((at, nth) => (nth === request ? open : at))
          const price = problem.unplaced[request] ?? 0
          expect(costOf(problem, without) - costOf(problem, division)).toBe(price - told.choice.cost)
          if (problem.asked[request]?.waiting.pinnedTo === undefined) expect(price).toBe(told.unplaced)
          if (!told.next) continue
          const cheapest = cheapestMove(problem, without, request, told.next)
          expect(cheapest - costOf(problem, division)).toBe(told.next.costsMore)
        }
      }),
      { numRuns: 60 },
    )
  })

  function cheapestMove(problem: Problem, without: readonly number[], request: number, next: Other): number {
    const [from, to] = problem.spans[request] ?? [0, 0]
    const ledger = new Ledger(problem, without)
    const costs: number[] = []
    const teams = [next.teamId, ...(next.withTeamId === undefined ? [] : [next.withTeamId])].join()
    for (let at = from; at < to; at += 1)
      if (teamsOf(problem.choices[at] ?? { teamId: '' }).join() === teams && ledger.fits(at))
        costs.push(
          costOf(
            problem,
            without.map((own, nth) => (nth === request ? at : own)),
          ),
        )
    return Math.min(...costs)
  }

  test('says when a request has one team only, when it makes room for another, and when nobody has room', () => {
    const near = aTaker('near', { clients: 1, minutes: null })
    const far = aTaker('far', { place: { latitude: 51.9, longitude: 6.1 }, languages: [] })
    const onlyNear = aWaiting('r1', { priority: 'today', forbidden: ['far'] })
    const either = aWaiting('r2')
    const problem = problemOf([onlyNear, either], [near, far])
    const told = explain(problem, bestOf(problem))
    expect(told.map(({ kind }) => kind)).toEqual(['only', 'yields'])
    expect(told[1]).toMatchObject({ better: [{ teamId: 'near', inTheWay: ['r1'] }] })
    const alone = problemOf([onlyNear, either], [near])
    expect(explain(alone, bestOf(alone)).map(({ kind }) => kind)).toEqual(['only', 'full'])
    const red = problemOf([either], [aTaker('near', { lights: { morning: 'red' } })])
    expect(explain(red, bestOf(red))).toMatchObject([{ kind: 'nobody', barred: [{ teamId: 'near' }] }])
  })

  test('names the one missing thing that would solve most of what stays open', () => {
    const full = aTaker('t0', { lights: { evening: 'red' } })
    const problem = problemOf(
      [
        aWaiting('r0', { dayparts: ['evening'] }),
        aWaiting('r1', { dayparts: ['evening'] }),
        aWaiting('r2', { careKinds: ['child'] }),
        aWaiting('r3', { pc4: '6899' }),
      ],
      [full],
    )
    expect(missingThings(problem, bestOf(problem))).toEqual([
      { code: 'daypart', daypart: 'evening', requestIds: ['r0', 'r1'] },
      { code: 'area', pc4: '6899', requestIds: ['r3'] },
      { code: 'expertise', careKind: 'child', requestIds: ['r2'] },
    ])
  })
})
