import { addDays, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { newRequestNumber } from '#kernel/request-number.ts'
import type { Source } from '#modules/requests/new-request.ts'
import type { Seal } from '#platform/seal/seal.ts'
import type { Random } from '../random.ts'
import type { PracticeRegion } from '../region/practice-region.ts'
import { callbacksOf } from './callbacks.ts'
import { inventRequest } from './cards.ts'
import type { Course } from './course.ts'
import { lettersOf } from './letters.ts'
import { liveThrough } from './past.ts'
import { momentBefore, momentOn, planArrivals } from './rhythm.ts'
import { addRowsOf, type HistoryRows, noRows } from './rows.ts'
import { inventOpen, type OpenNow, openNow } from './today.ts'

/** Fourteen months. */
export const historyDays = 426
/** What comes in later than this is what `today.ts` made. */
const quietHours = 30

export type Lived = {
  now: Date
  size: number
  seal: Seal
  publicUrl: string
  /** What is open now, on purpose. */
  open?: readonly OpenNow[]
  /** How many requests another region has: a number is given once. */
  before?: number
  batchSize?: number
}

/**
 * The whole history in batches, in order of time, so that a million requests take no more memory than one batch. Of
 * `size` requests some forty are open now, whatever the size is: a region lets no more than that lie.
 */
export function* makeHistory(
  random: Random,
  region: PracticeRegion,
  { now, size, seal, publicUrl, open = openNow, before = 0, batchSize = 2_000 }: Lived,
): Generator<HistoryRows> {
  const peopleById = new Map(region.people.map((person) => [person.userId, person]))
  const writing = { random: random.split('rows'), seal, peopleById }
  let rows = noRows()
  let count = before
  const write = (course: Course) => {
    const number = requestNumber(count)
    count += 1
    return { number, ...addRowsOf(rows, course, number, writing) }
  }
  for (const { day, counts } of planArrivals(
    random.split('arrivals'),
    daysBefore(now),
    Math.max(0, size - open.length),
  )) {
    const chance = random.split(day)
    const sources = Object.entries(counts).flatMap(([source, many]) => Array<Source>(many).fill(source as Source))
    const lived = sources.map((source, place) => pastOn(chance, region, source, day, count + place, now))
    for (const course of lived.sort((a, b) => a.request.sentAt.getTime() - b.request.sentAt.getTime())) write(course)
    if (rows['requests.care_request'].length >= batchSize) {
      yield rows
      rows = noRows()
    }
  }
  const chance = random.split('open')
  for (const meant of open.slice(0, size)) {
    const course = inventOpen(chance, region, meant, now, count)
    rows['platform.mail'].push(...lettersOf(chance, course, { ...write(course), seal, publicUrl }))
  }
  rows['requests.callback'].push(...callbacksOf(random.split('callbacks'), region, now))
  yield rows
}

function daysBefore(now: Date): LocalDate[] {
  const last = localDateOf(new Date(now.getTime() - quietHours * 3_600_000))
  return Array.from({ length: historyDays }, (_, place) => addDays(last, place - historyDays + 1))
}

/** Tries again, more urgent each time, until one is settled by now. */
function pastOn(
  random: Random,
  region: PracticeRegion,
  source: Source,
  day: LocalDate,
  count: number,
  now: Date,
): Course {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const sentAt =
      attempt < 40 ? momentOn(random, source, day) : momentBefore(random, source, now, [quietHours, quietHours + 72])
    const priority = attempt === 0 ? undefined : attempt % 2 ? 'within-24-hours' : 'today'
    const request = inventRequest(random, region, source, sentAt, count, { priority })
    const course = sentAt < now ? liveThrough(random, region, request, now) : undefined
    if (course) return course
  }
  throw new Error(`No request of ${day} was settled by now`)
}

const numbers = 23n ** 7n

/** Every number once: a walk through all of them in steps that share no factor with how many there are. */
export function requestNumber(count: number): string {
  let place = (BigInt(count) * 2_718_281_829n + 1_414_213_562n) % numbers
  return newRequestNumber(() => {
    const digit = Number(place % 23n)
    place /= 23n
    return (digit + 0.5) / 23
  })
}
