import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf } from '#kernel/dates.ts'
import { aParty, aWanted } from '../../testing.ts'
import { firstWeights } from '../weights.ts'
import { assumedWith, assumptions } from './assumptions.ts'
import { difference, estimate } from './compare.ts'
import type { ReplayRequest, ReplayTeam } from './demand.ts'
import { toEnd } from './dividing.ts'
import { Draws } from './draws.ts'
import { figuresOf } from './figures.ts'
import { canMeasure } from './own-months.ts'
import { Queue } from './queue.ts'
import { type Lived, type Replay, simulate } from './simulate.ts'
import { type Way, wayOf, ways } from './ways.ts'

const first = '2026-03-02'
const days = 70

/** Six teams of three organisations, and a handful of requests a day, one of which is at night. */
function aReplay(perDay = 3): Replay {
  const teams = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, place): ReplayTeam => {
    const { lightOf: _, taken: __, ...facts } = aParty(id)
    return { ...facts, organizationId: `org-${place % 3}`, worksAtNight: place === 0, size: 1 + place }
  })
  const requests = Array.from({ length: perDay * (days - 28) }, (_, nth): ReplayRequest => {
    const on = addDays(first, Math.floor(nth / perDay))
    return {
      wanted: aWanted({
        requestId: `request-${nth}`,
        startOn: addDays(on, nth % 3),
        priority: nth % 5 === 0 ? 'today' : 'within-48-hours',
        dayparts: nth % 11 === 0 ? ['night'] : nth % 2 === 0 ? ['morning', 'evening'] : [],
        preferredOrganizationId: nth % 3 === 0 ? 'org-1' : undefined,
      }),
      amount: { timesPerWeek: 7 },
      sentAt: new Date(instantOf(on, '09:00').getTime() + (nth % perDay) * 3_600_000),
      groupId: `group-${nth % 2}`,
      dayIsCertain: nth % 2 === 0,
      fromHospital: nth % 2 === 0,
    }
  })
  return { teams, requests, weights: firstWeights, first, days }
}

function live(replay: Replay, way: Way, seed = 1, assumed = assumedWith()): Lived {
  return toEnd(simulate(replay, way, seed, assumed))
}

const span = { from: first, to: addDays(first, days - 28), end: instantOf(addDays(first, days), '00:00').getTime() }
const figures = (replay: Replay, lived: Lived) => figuresOf(lived, replay.teams, span, 14)

describe('a replay', () => {
  test.each(ways.map((way) => [way.code, way] as const))(
    '%s: the same seed lives the same, another otherwise',
    (_, way) => {
      const replay = aReplay()
      const told = (seed: number) =>
        live(replay, way, seed).courses.map(({ takenAt, teams, calls, messages }) => [takenAt, teams, calls, messages])
      expect(told(1)).toEqual(told(1))
      expect(told(2)).not.toEqual(told(1))
    },
  )

  test.each(ways.map((way) => [way.code, way] as const))('%s: taken by who may, and after it was sent', (_, way) => {
    const replay = aReplay()
    const { courses } = live(replay, way)
    const taken = courses.filter(({ takenAt }) => takenAt !== undefined)
    expect(taken.length).toBeGreaterThan(courses.length / 2)
    for (const { request, takenAt = 0, teams, startOn = '' } of taken) {
      expect(takenAt).toBeGreaterThanOrEqual(request.sentAt.getTime())
      expect(startOn >= request.wanted.startOn).toBe(true)
      if (request.wanted.dayparts.includes('night'))
        expect(teams.some((team) => replay.teams[team]?.worksAtNight)).toBe(true)
    }
  })

  test('only who calls around calls, and only who asks at once finds a team before the meeting', () => {
    const replay = aReplay()
    for (const way of ways) {
      const { calls, beforeMeeting } = figures(replay, live(replay, way))
      expect(calls > 0).toBe(way.picking === 'calling')
      expect(beforeMeeting > 0).toBe(way.askAtOnce !== null)
    }
  })

  test('nobody is asked in the quiet hours', () => {
    const replay = aReplay()
    const late = replay.requests.map((request, nth) => ({
      ...request,
      sentAt: instantOf(addDays(first, Math.floor(nth / 3)), '21:30'),
    }))
    const { courses } = live({ ...replay, requests: late }, wayOf('at-once'))
    for (const { takenAt, request } of courses)
      if (takenAt !== undefined) expect(takenAt).toBeGreaterThanOrEqual(request.sentAt.getTime() + 10 * 3_600_000)
  })

  test('fuller teams make people wait longer, and no room at all leaves everything open', () => {
    const replay = aReplay(5)
    const within = (load: number) =>
      figures(replay, live(replay, wayOf('at-once'), 1, assumedWith({ load, smallestTeamMinutes: 0 }))).within24
    expect(within(0.5)).toBeGreaterThan(within(2))
    expect(
      live(aReplay(1), wayOf('shortlist'), 1, assumedWith({ unwilling: 1 })).courses.every(
        ({ teams }) => teams.length === 0,
      ),
    ).toBe(true)
  })

  test('what nobody can alone is divided over teams that can, in every way of working', () => {
    const full = assumedWith({ load: 3, smallestTeamMinutes: 40, squeeze: 0, unwilling: 0 })
    for (const way of ways) {
      const divided = live(aReplay(4), way, 1, full).courses.filter(({ teams }) => teams.length > 1)
      expect(divided.length).toBeGreaterThan(0)
      for (const { teams, request } of divided) {
        expect(new Set(teams).size).toBe(teams.length)
        expect(request.wanted.dayparts.length).toBeGreaterThan(1)
      }
    }
  })

  test('what no team gives is divided over two that do together, by kind of care, in every way of working', () => {
    const { teams, requests, ...rest } = aReplay(1)
    const replay: Replay = {
      ...rest,
      teams: teams.map((team, place) => ({ ...team, careKinds: place % 2 ? ['wound'] : ['personal-care', 'nursing'] })),
      requests: requests.map((request) => ({
        ...request,
        wanted: { ...request.wanted, careKinds: ['personal-care', 'nursing', 'wound'] },
      })),
    }
    const roomy = assumedWith({ smallestTeamMinutes: 600, unwilling: 0 })
    for (const way of ways) {
      const taken = live(replay, way, 1, roomy).courses.filter(({ takenAt }) => takenAt !== undefined)
      expect(taken.length).toBeGreaterThan(requests.length / 2)
      for (const { teams: both } of taken) expect(both.map((team) => team % 2)).toEqual([0, 1])
    }
  })

  test('each figure that is assumed says what it is and where it comes from', () => {
    for (const { value, says, source } of Object.values(assumptions)) {
      expect(Number.isFinite(value)).toBe(true)
      expect([says.length, source.length].every((length) => length > 3)).toBe(true)
    }
    expect(assumedWith({ load: 0.5 })).toMatchObject({ load: 0.5, meetingHour: assumptions.meetingHour.value })
  })
})

describe('its parts', () => {
  test('a queue hands out in order of time, and of equal times in order of planning', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (moments) => {
        const queue = new Queue()
        const out: [number, number][] = []
        for (const [nth, at] of moments.entries()) queue.plan(at, () => out.push([at, nth]))
        for (let event = queue.next(); event; event = queue.next()) event.happen()
        expect(out).toEqual(
          moments.map((at, nth) => [at, nth]).sort(([a = 0, m = 0], [b = 0, n = 0]) => a - b || m - n),
        )
      }),
    )
  })

  test('a draw by name is the same each time, evenly spread, and another for other words', () => {
    const draws = new Draws(1)
    const all = Array.from({ length: 4_000 }, (_, nth) => draws.of('request', nth))
    expect(draws.of('request', 7)).toBe(all[7])
    expect(new Draws(2).of('request', 7)).not.toBe(all[7])
    expect(Math.abs(all.reduce((sum, one) => sum + one, 0) / all.length - 0.5)).toBeLessThan(0.02)
  })

  test('a past is long enough when it has two weeks between filling the teams and what has no end yet, with something in them', () => {
    const [request] = aReplay().requests
    const sentOn = (day: number, count: number) =>
      canMeasure({
        teams: [],
        weights: firstWeights,
        requests: request ? [{ ...request, sentAt: instantOf(addDays(first, day), '12:00') }] : [],
        first,
        days: count,
      })
    expect([sentOn(21, 43), sentOn(34, 43), sentOn(21, 42)]).toEqual([true, true, false])
    expect([sentOn(20, 43), sentOn(35, 43)]).toEqual([false, false])
    expect([sentOn(89, 181), sentOn(90, 181), sentOn(172, 181), sentOn(173, 181)]).toEqual([false, true, true, false])
  })

  test('what lies within its interval is no difference', () => {
    expect(estimate([1, 2, 3])).toMatchObject({ mean: 2, margin: expect.closeTo(2.484, 2) })
    expect(difference([1, 5, 3], [2, 3, 3]).differs).toBe(false)
    expect(difference([11, 12, 13.5], [1, 2, 3])).toMatchObject({ differs: true, mean: expect.closeTo(10.17, 1) })
    expect(() => estimate([1])).toThrow(RangeError)
  })
})
