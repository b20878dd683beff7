import fc from 'fast-check'
import type { CareKind } from '#kernel/care-kinds.ts'
import { type Daypart, dayparts } from '#kernel/dayparts.ts'
import { type Light, lights } from '#kernel/lights.ts'
import { priorities } from '#kernel/priorities.ts'
import { aTaker, aWaiting } from '../../testing.ts'
import type { LightOf } from '../wanted.ts'
import { firstWeights } from '../weights.ts'
import { askedOf, type Taker, type Waiting } from './choices.ts'
import { type Problem, toProblem } from './problem.ts'
import { byRegret, byRuin } from './search.ts'
import { roomOf } from './week.ts'

/** Laid out as the product does: for each request the teams with their lights for the kinds of care that it asks. */
export function problemOf(waiting: readonly Waiting[], takers: readonly Taker[]): Problem {
  const asked = waiting.map((one) => {
    const { careKinds } = one.wanted
    const own = takers.map((taker) => ({ ...taker, lightOf: taker.lightsFor?.(careKinds) ?? taker.lightOf }))
    return askedOf(one, own, firstWeights)
  })
  return toProblem(asked, takers)
}

/** Runs a search to its end. */
export function end<Answer>(steps: Generator<void, Answer>): Answer {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

export const searched = (problem: Problem) => end(byRuin(problem, end(byRegret(problem)), 40))

const light = fc.constantFrom<Light>(...lights)
const kinds: CareKind[] = ['personal-care', 'nursing', 'wound']
const someTaker = fc.record({
  morning: light,
  afternoon: light,
  evening: light,
  minutes: fc.option(fc.constantFrom(30, 60, 120), { nil: null }),
  clients: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
  languages: fc.subarray(['tr', 'de']),
  fairShare: fc.option(fc.double({ min: 0, max: 3, noNaN: true }), { nil: undefined }),
  careKinds: fc.oneof(fc.constant(kinds), fc.subarray(kinds, { minLength: 1 })),
  kindLights: fc.option(fc.record({ nursing: light, wound: light }), { nil: undefined }),
})

/** One to four teams with lights, room and kinds of care as they are drawn. */
export const takers = fc
  .array(someTaker, { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map(({ morning, afternoon, evening, ...more }, nth) =>
      aTaker(`t${nth}`, { lights: { morning, afternoon, evening }, ...more }),
    ),
  )

const someWaiting = fc.record({
  dayparts: fc.subarray(['morning', 'afternoon', 'evening'] as const),
  careKinds: fc.constantFrom<CareKind[]>(['personal-care'], ['personal-care'], ['personal-care', 'wound'], kinds),
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

/** At most five requests. */
export const waiting = fc
  .array(someWaiting, { maxLength: 5 })
  .map((all) => all.map(({ hours, ...more }, nth) => aWaiting(`r${nth}`, { hoursPerWeek: hours, ...more })))

/** The same teams with more: of each, by what is drawn, a better light, more minutes or another client in some parts of the day. */
export function roomier(teams: readonly Taker[], draws: readonly number[]): Taker[] {
  return teams.map((team, nth) => {
    const drawn = (daypart: Daypart) => draws[(3 * nth + dayparts.indexOf(daypart)) % draws.length] ?? 0
    const better = (lightOf: LightOf): LightOf => {
      return (on, daypart) =>
        brighter[lightOf(on, daypart)][drawn(daypart) < 2 ? 0 : drawn(daypart) === 2 ? 1 : 2] ?? 'green'
    }
    const lightOf = better(team.lightOf)
    const { lightsFor } = team
    return {
      ...team,
      lightOf,
      lightsFor: lightsFor && ((careKinds) => better(lightsFor(careKinds))),
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
