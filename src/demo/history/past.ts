import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays, instantOf, localDateOf, localTimeOf, weekdayOf } from '#kernel/dates.ts'
import { isHoliday } from '#kernel/holidays.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { Random } from '../random.ts'
import type { Person, PracticeRegion, ProviderInRegion } from '../region/practice-region.ts'
import type { InventedRequest } from './cards.ts'
import { Course } from './course.ts'

const hourLength = 3_600_000

/** How long it takes before somebody takes it, in hours that somebody is there. */
const hoursToTake: Readonly<Record<Priority, number>> = {
  today: 0.7,
  'within-24-hours': 3.5,
  'within-48-hours': 8,
  'this-week': 14,
  planned: 20,
}

const withdrawalReasons: readonly (readonly [string, number])[] = [
  ['arranged', 40],
  ['admitted', 27],
  ['not-needed', 18],
  ['deceased', 10],
  ['other', 5],
]
const returnReasons: readonly (readonly [string, number])[] = [
  ['no-room', 45],
  ['other-care-needed', 18],
  ['client-prefers-other', 14],
  ['expertise-missing', 12],
  ['material-or-safety', 8],
  ['other', 3],
]

/**
 * A life that is over, or in care, by now; nothing when this one took too long. Then the caller invents another, so that
 * what is still open is what `today.ts` made on purpose.
 */
export function liveThrough(
  random: Random,
  region: PracticeRegion,
  request: InventedRequest,
  now: Date,
): Course | undefined {
  const course = new Course(region, request)
  let at = seenAfter(random, request.sentAt, random.around(hoursToTake[request.priority], 0.95), request.priority)
  if (random.chance(0.05)) {
    const withdrawnAt = new Date(request.sentAt.getTime() + random.around(7, 0.8) * hourLength)
    if (withdrawnAt < at) return endBefore(now, withdrawnAt, course, random)
  }
  if (at >= now) return undefined
  if (random.chance(0.05)) course.addSupplement(between(random, request.sentAt, at), random.pick(supplements))
  if (request.source === 'hospital' && random.chance(0.08)) {
    course.changeDate(
      between(random, course.supplement?.at ?? request.sentAt, at),
      addDays(course.startOn, random.whole(1, 3)),
    )
  }
  take(random, course, at)
  if (random.chance(0.04)) {
    at = seenAfter(random, at, random.around(7, 0.7), request.priority)
    if (at >= now) return undefined
    course.giveBack(at, random.weighted(returnReasons))
    at = seenAfter(random, at, random.around(3, 0.8), request.priority)
    if (at >= now) return undefined
    take(random, course, at)
  }
  if (random.chance(0.03))
    return endBefore(now, new Date(at.getTime() + random.around(9, 0.6) * hourLength), course, random)
  return start(random, course, at, now)
}

/** A provider that can give this, the preferred or the known one if it may be; and the nurse who took it. */
export function chooseTaker(random: Random, course: Course): { provider: ProviderInRegion; nurse: Person | undefined } {
  const { request, region } = course
  const before = course.assignments.map(({ provider }) => provider.id)
  const near = region.providers.filter(
    ({ pc4s, focus, id }) =>
      pc4s.has(request.person.pc4) &&
      !before.includes(id) &&
      (!focus || request.careKinds.some((kind) => focus.includes(kind))),
  )
  const gives =
    ({ careKinds }: ProviderInRegion) =>
    (kind: CareKind) =>
      careKinds.includes(kind)
  const whole = near.filter((one) => request.careKinds.every(gives(one)))
  const part = near.filter((one) => request.careKinds.some(gives(one)))
  const choices = [whole, part, near].find((list) => list.length > 0) ?? region.providers
  const wished = [request.existing, request.preferred].find((one) => one && choices.includes(one))
  const provider =
    wished && random.chance(0.74) ? wished : random.weighted(choices.map((one) => [one, one.size] as const))
  const nurses = provider.people.filter(({ role }) => role === 'nurse')
  const inTeam = nurses.filter(({ teamIds }) => teamIds.includes(course.teamId))
  const nurse = nurses.length > 0 ? random.pick(inTeam.length > 0 ? inTeam : nurses) : undefined
  return { provider, nurse }
}

/** The moment so many hours later at which nurses are there: every day for what is urgent, on working days for the rest. */
export function seenAfter(random: Random, from: Date, hours: number, priority: Priority): Date {
  const isUrgent = priority !== 'this-week' && priority !== 'planned'
  const [opens, closes] = isUrgent ? ['07:00', '22:00'] : ['08:00', '17:30']
  const at = new Date(from.getTime() + hours * hourLength)
  let day = localDateOf(at)
  const time = localTimeOf(at)
  if (isThere(day) && time >= opens && time < closes) return at
  if (isThere(day) && time < opens) return atOpening(day)
  do day = addDays(day, 1)
  while (!isThere(day))
  return atOpening(day)

  function isThere(date: string): boolean {
    return isUrgent || (weekdayOf(date) <= 5 && !isHoliday(date))
  }
  function atOpening(date: string): Date {
    return new Date(instantOf(date, '08:30').getTime() + random.whole(0, 75 * 60) * 1000)
  }
}

function take(random: Random, course: Course, at: Date): void {
  const { provider, nurse } = chooseTaker(random, course)
  course.take(at, provider, nurse)
}

function start(random: Random, course: Course, takenAt: Date, now: Date): Course | undefined {
  const takenOn = localDateOf(takenAt)
  const soonest = localTimeOf(takenAt) < '14:00' ? takenOn : addDays(takenOn, 1)
  const wanted = [course.startOn, soonest].sort().at(-1) ?? soonest
  const startedOn = random.chance(0.04) ? addDays(wanted, random.whole(1, 2)) : wanted
  const sameDay = new Date(instantOf(startedOn, '10:00').getTime() + random.whole(0, 6.5 * 3600) * 1000)
  const confirmed = random.chance(0.93) ? sameDay : seenAfter(random, sameDay, 15, 'today')
  const at = confirmed > takenAt ? confirmed : new Date(takenAt.getTime() + hourLength)
  if (at >= now) return undefined
  course.start(at, startedOn)
  const closesAt = new Date(
    at.getTime() + course.region.wayOfWorking.closeAfterDays * 24 * hourLength + random.whole(1, 3600) * 1000,
  )
  if (closesAt < now) course.close(closesAt)
  return course
}

function endBefore(now: Date, at: Date, course: Course, random: Random): Course | undefined {
  if (at >= now) return undefined
  course.withdraw(at, random.weighted(withdrawalReasons))
  return course
}

export function between(random: Random, from: Date, to: Date): Date {
  return new Date(from.getTime() + (0.1 + 0.8 * random.next()) * (to.getTime() - from.getTime()))
}

export const supplements: readonly string[] = [
  'De ontslagbrief en het medicijnoverzicht gaan met de cliënt mee.',
  'Er is inmiddels een hoog-laagbed geleverd.',
  'De fysiotherapeut komt twee keer per week, liefst niet op dezelfde tijd.',
  'De mantelzorger is tot en met vrijdag bereikbaar.',
  'Het wondplan is aangepast: verbinden hoeft nu om de dag.',
  'De cliënt gebruikt sinds vandaag ook plaspillen.',
]
