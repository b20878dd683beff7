import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { priorities } from '#kernel/priorities.ts'
import { aTaker, aWaiting, bestOf } from '../../testing.ts'
import { mostPointsInAll } from '../weights.ts'
import { type Taker, teamsOf, type Waiting } from './choices.ts'
import { explain, type Other, sumsOf } from './explain.ts'
import { Ledger } from './ledger.ts'
import { missingThings } from './missing.ts'
import {
  bedNightPrice,
  kindSplitPrice,
  laterPrice,
  laterTerms,
  movePrice,
  openPrice,
  splitPrice,
  unplacedPrice,
} from './prices.ts'
import { costOf, open, type Problem } from './problem.ts'
import { problemOf, searched, takers, waiting } from './testing.ts'

describe('what a division costs', () => {
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
        expect(openPrice[priority]).toBeGreaterThan(kindSplitPrice + mostPointsInAll + movePrice)
      }
    }
    expect(kindSplitPrice).toBeGreaterThan(splitPrice)
  })

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
