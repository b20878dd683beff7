import { addDays, instantOf, type LocalDate, localDateOf, weekdayOf } from '#kernel/dates.ts'
import { isHoliday } from '#kernel/holidays.ts'
import type { Source } from '#modules/requests/new-request.ts'
import type { Random } from '../random.ts'

/** When requests come in: by source, weekday, hour, season and holiday. */
type Rhythm = {
  share: number
  /** Monday to Sunday. */
  week: readonly number[]
  /** Hours of the day, each as likely as its weight. */
  hours: readonly (readonly [number, number])[]
}

const hospitalHours = hoursOf({ 8: 2, 9: 8, 10: 13, 11: 14, 12: 8, 13: 11, 14: 14, 15: 12, 16: 8, 17: 2, 19: 0.5 })
const practiceHours = hoursOf({ 8: 6, 9: 10, 10: 12, 11: 13, 12: 6, 13: 9, 14: 10, 15: 10, 16: 9, 17: 3, 20: 0.5 })
const officeHours = hoursOf({ 8: 3, 9: 9, 10: 12, 11: 12, 12: 5, 13: 9, 14: 11, 15: 10, 16: 6 })
const homeHours = hoursOf({
  7: 1,
  8: 3,
  9: 8,
  10: 11,
  11: 10,
  12: 6,
  13: 7,
  14: 8,
  15: 7,
  16: 7,
  17: 5,
  18: 4,
  19: 7,
  20: 8,
  21: 5,
  22: 2,
})
const office = [1.1, 1, 1, 1, 0.95, 0.02, 0.02]

export const rhythms: Readonly<Record<Source, Rhythm>> = {
  hospital: { share: 60, week: [1.25, 1, 0.95, 1.05, 1.35, 0.22, 0.12], hours: hospitalHours },
  gp: { share: 23, week: [1.3, 1.05, 0.9, 1, 1.1, 0.08, 0.05], hours: practiceHours },
  rehabilitation: { share: 5, week: office, hours: officeHours },
  'home-care': { share: 3, week: [1, 1, 1, 1, 1, 0.3, 0.3], hours: officeHours },
  'case-manager': { share: 3, week: office, hours: officeHours },
  'social-team': { share: 1.5, week: office, hours: officeHours },
  'informal-carer': { share: 2.5, week: [1.1, 0.9, 0.9, 0.9, 0.8, 1, 1.1], hours: homeHours },
  client: { share: 2, week: [1.2, 1, 1, 1, 0.9, 0.5, 0.5], hours: homeHours },
}

/** Winters are busier, summers quieter; and it grows a little, year after year. */
const months = [1.14, 1.1, 1.05, 1, 0.98, 0.95, 0.88, 0.87, 0.97, 1.02, 1.07, 1.05]
const growthPerDay = 0.0002

/** How many requests come in on each day, per source: together exactly `total`, spread by the rhythm with some chance. */
export function planArrivals(
  random: Random,
  days: readonly LocalDate[],
  total: number,
): { day: LocalDate; counts: Partial<Record<Source, number>> }[] {
  const plan = days.map((day) => ({ day, counts: {} as Partial<Record<Source, number>> }))
  const sources = Object.keys(rhythms) as Source[]
  const wholeShare = sources.reduce((sum, source) => sum + rhythms[source].share, 0)
  let [shareSoFar, givenSoFar] = [0, 0]
  for (const source of sources) {
    shareSoFar += rhythms[source].share
    const ofSource = Math.round((total * shareSoFar) / wholeShare) - givenSoFar
    givenSoFar += ofSource
    const weights = days.map(
      (day, place) => dayWeight(source, day) * (1 + place * growthPerDay) * random.around(1, 0.18),
    )
    const sum = weights.reduce((before, weight) => before + weight, 0)
    let [weightSoFar, given] = [0, 0]
    for (const [place, weight] of weights.entries()) {
      weightSoFar += weight
      const upToHere = Math.round((ofSource * weightSoFar) / sum)
      const entry = plan[place]
      if (entry && upToHere > given) entry.counts[source] = upToHere - given
      given = upToHere
    }
  }
  return plan
}

/** A moment on a day at which this source sends something. */
export function momentOn(random: Random, source: Source, day: LocalDate): Date {
  const hour = String(random.weighted(rhythms[source].hours)).padStart(2, '0')
  const minute = String(random.whole(0, 59)).padStart(2, '0')
  return new Date(instantOf(day, `${hour}:${minute}`).getTime() + random.whole(0, 59) * 1000)
}

/** A moment at which this source sends something, in the hours before `now`. */
export function momentBefore(random: Random, source: Source, now: Date, hours: readonly [number, number]): Date {
  const [newest, oldest] = [now.getTime() - hours[0] * hourLength, now.getTime() - hours[1] * hourLength]
  const choices: (readonly [Date, number])[] = []
  for (let day = localDateOf(new Date(oldest)); day <= localDateOf(new Date(newest)); day = addDays(day, 1)) {
    for (const [hour, weight] of rhythms[source].hours) {
      const start = instantOf(day, `${String(hour).padStart(2, '0')}:00`)
      const moment = new Date(start.getTime() + random.whole(0, 3599) * 1000)
      if (moment.getTime() >= oldest && moment.getTime() <= newest) {
        choices.push([moment, weight * dayWeight(source, day)])
      }
    }
  }
  if (choices.length > 0) return random.weighted(choices)
  return new Date(oldest + random.next() * (newest - oldest))
}

function dayWeight(source: Source, day: LocalDate): number {
  const ofWeek = rhythms[source].week[isHoliday(day) ? 6 : weekdayOf(day) - 1] ?? 0
  return ofWeek * (months[Number(day.slice(5, 7)) - 1] ?? 1)
}

const hourLength = 3_600_000

function hoursOf(weights: Readonly<Record<number, number>>): (readonly [number, number])[] {
  return Object.entries(weights).map(([hour, weight]) => [Number(hour), weight])
}
