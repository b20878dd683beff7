import { daysBetween, type LocalDate, localDateOf } from '#kernel/dates.ts'
import type { ReplayTeam } from './demand.ts'
import type { Course, Lived } from './simulate.ts'

const hour = 3_600_000

/** What is measured of one run; per request unless said otherwise. */
export type Figures = {
  requests: number
  /** Hours, as they really pass. Who was not taken at the end counts as waiting until then. */
  medianHours: number
  ninetyHours: number
  within24: number
  within48: number
  /** Still without a team after fourteen days. */
  open: number
  /** Nights that people waited in a hospital or rehabilitation centre after the day asked for, per hundred of them. */
  hospitalDays: number
  /** Of those, the nights of who had a team already, which began later than it was found. */
  laterNights: number
  calls: number
  messages: number
  /** Minutes one way, of what was taken. */
  travel: number
  /** Share of those who asked for it. */
  preferred: number
  continuity: number
  language: number
  faith: number
  /** Spread between organisations of what each took for the room it has: 0 is even. */
  unevenness: number
  beforeMeeting: number
  /** Share divided over more than one team. */
  divided: number
}

/** Which days are measured, and the moment at which the replay ends. */
export type Span = { from: LocalDate; to: LocalDate; end: number }

/** @param span only what was sent from its first day on and before its last: the region fills up first, and what comes last has no end */
export function figuresOf(
  { courses: all, room }: Lived,
  teams: readonly ReplayTeam[],
  span: Span,
  mostNights: number,
): Figures {
  const courses = measured(all, span)
  const waits = waitsOf(courses, span.end).sort((one, other) => one - other)
  const taken = courses.filter(({ takenAt }) => takenAt !== undefined)
  const hospital = courses.filter(({ request }) => request.fromHospital)
  const share = (of: readonly Course[], holds: (course: Course) => boolean) =>
    of.length === 0 ? 0 : of.filter(holds).length / of.length
  const mean = (of: readonly Course[], value: (course: Course) => number) =>
    of.length === 0 ? 0 : of.reduce((sum, course) => sum + value(course), 0) / of.length
  // Of a divided request the one that keeps the overview counts.
  const organizationOf = ({ teams: [team] }: Course) => (team === undefined ? undefined : teams[team]?.organizationId)
  const asking = (asks: (course: Course) => boolean) => courses.filter(asks)
  return {
    requests: courses.length,
    medianHours: quantile(waits, 0.5),
    ninetyHours: quantile(waits, 0.9),
    within24: share(courses, (course) => waitOf(course, span.end) <= 24),
    within48: share(courses, (course) => waitOf(course, span.end) <= 48),
    open: share(courses, (course) => waitOf(course, span.end) > 14 * 24),
    hospitalDays: 100 * mean(hospital, (course) => Math.min(mostNights, nightsOf(course, span.end))),
    laterNights: 100 * mean(hospital, (course) => laterNightsOf(course, span.end, mostNights)),
    calls: mean(courses, ({ calls }) => calls),
    messages: mean(courses, ({ messages }) => messages),
    travel: mean(taken, ({ minutesOfTravel = 0 }) => minutesOfTravel),
    preferred: share(
      asking(({ request }) => request.wanted.preferredOrganizationId !== undefined),
      (course) => organizationOf(course) === course.request.wanted.preferredOrganizationId,
    ),
    continuity: share(
      asking(({ request }) => request.wanted.existingOrganizationId !== undefined),
      (course) => organizationOf(course) === course.request.wanted.existingOrganizationId,
    ),
    language: share(
      asking(({ request }) => request.wanted.languages.length > 0),
      ({ request, teams: own }) =>
        own.length > 0 &&
        own.every((team) => request.wanted.languages.every((one) => teams[team]?.languages.includes(one))),
    ),
    faith: share(
      asking(({ request }) => request.wanted.faith !== undefined),
      ({ request: { wanted }, teams: own }) =>
        own.length > 0 && own.every((team) => teams[team]?.faiths.includes(wanted.faith ?? '')),
    ),
    unevenness: unevennessOf(taken, teams, room),
    beforeMeeting: share(courses, ({ beforeMeeting }) => beforeMeeting),
    divided: share(courses, ({ teams: own }) => own.length > 1),
  }
}

/** The share that was taken within each of these hours. */
export function takenWithin({ courses }: Lived, hours: readonly number[], span: Span): number[] {
  const waits = waitsOf(measured(courses, span), span.end)
  return hours.map((most) => waits.filter((wait) => wait <= most).length / Math.max(1, waits.length))
}

function measured(all: readonly Course[], span: Span): Course[] {
  return all.filter(({ request }) => isMeasured(request.sentAt, span))
}

export function isMeasured(sentAt: Date, { from, to }: Pick<Span, 'from' | 'to'>): boolean {
  const on = localDateOf(sentAt)
  return on >= from && on < to
}

function waitsOf(courses: readonly Course[], end: number): number[] {
  return courses.map((course) => waitOf(course, end))
}

function waitOf({ request, takenAt }: Course, end: number): number {
  return ((takenAt ?? end) - request.sentAt.getTime()) / hour
}

function nightsOf({ request, startOn, takenAt }: Course, end: number): number {
  const began = startOn ?? localDateOf(new Date(takenAt ?? end))
  return Math.max(0, daysBetween(request.wanted.startOn, began))
}

function laterNightsOf(course: Course, end: number, mostNights: number): number {
  const withoutTeam = nightsOf({ ...course, startOn: undefined }, end)
  return Math.min(mostNights, nightsOf(course, end)) - Math.min(mostNights, withoutTeam)
}

/** The coefficient of variation between organisations: what each took for every minute that it has. */
function unevennessOf(taken: readonly Course[], teams: readonly ReplayTeam[], room: readonly number[]): number {
  const has = new Map<string, number>()
  const took = new Map<string, number>()
  const add = (to: Map<string, number>, id: string, value: number) => to.set(id, (to.get(id) ?? 0) + value)
  for (const [team, { organizationId }] of teams.entries()) add(has, organizationId, room[team] ?? 0)
  for (const { teams: own } of taken) {
    for (const team of own) {
      const id = teams[team]?.organizationId
      if (id) add(took, id, 1 / own.length)
    }
  }
  const parts = [...has].map(([id, minutes]) => (took.get(id) ?? 0) / Math.max(1, minutes))
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length
  const variance = parts.reduce((sum, part) => sum + (part - mean) ** 2, 0) / parts.length
  return mean === 0 ? 0 : Math.sqrt(variance) / mean
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}
