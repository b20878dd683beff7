import { addDays, instantOf, type LocalDate, localDateOf, minutesOf, weekdayOf } from './dates.ts'
import { isHoliday } from './holidays.ts'

/**
 * When someone is there: on which weekdays (1 for Monday to 7 for Sunday), from when and to when ('HH:MM', clock in the
 * Netherlands; '24:00' is the end of the day).
 */
export type Opening = { days: readonly number[]; from: string; to: string }

/** Monday to Friday from 8:00 to 17:00. */
export const officeHours: Opening = { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }

const hourLength = 3_600_000

/** Longer than any row of closed days that is meant. */
const longestClosure = 366

/** Hours as they really pass: 24 hours over a change of the clock end at another time of day. */
export function addClockHours(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * hourLength)
}

/**
 * The moment at which so many working hours have passed since a moment. Only time within the opening counts, on days
 * that are not closed, as it really passes. It never falls outside the opening: what is full at closing time ends then,
 * and zero hours on a Saturday end when the doors open on Monday.
 *
 * @param hours zero or more, also in parts
 * @param isClosed the days off; the Dutch public holidays unless the region says otherwise
 * @throws RangeError when the opening can never be reached, or for negative hours
 */
export function addWorkingHours(
  from: Date,
  hours: number,
  opening: Opening,
  isClosed: (date: LocalDate) => boolean = isHoliday,
): Date {
  if (!(hours >= 0 && hours < Number.POSITIVE_INFINITY)) throw new RangeError(`Not a number of hours: ${hours}`)
  checkOpening(opening)
  let remaining = hours * hourLength
  let closedDays = 0
  for (let date = localDateOf(from); closedDays < longestClosure; date = addDays(date, 1)) {
    const open = openOn(date, opening, isClosed)
    closedDays = open ? 0 : closedDays + 1
    if (!open || open.to < from) continue
    const start = Math.max(open.from.getTime(), from.getTime())
    const length = open.to.getTime() - start
    if (remaining <= length) return new Date(start + remaining)
    remaining -= length
  }
  throw new RangeError('Nobody opens within a year')
}

/** How many working hours pass between two moments; 0 when the second is not later. Undoes `addWorkingHours`. */
export function workingHoursBetween(
  from: Date,
  to: Date,
  opening: Opening,
  isClosed: (date: LocalDate) => boolean = isHoliday,
): number {
  checkOpening(opening)
  const last = localDateOf(to)
  let passed = 0
  for (let date = localDateOf(from); date <= last; date = addDays(date, 1)) {
    const open = openOn(date, opening, isClosed)
    if (!open) continue
    const start = Math.max(open.from.getTime(), from.getTime())
    passed += Math.max(0, Math.min(open.to.getTime(), to.getTime()) - start)
  }
  return passed / hourLength
}

/** Whether someone is there at a moment. At closing time they are gone. */
export function isOpen(instant: Date, opening: Opening, isClosed: (date: LocalDate) => boolean = isHoliday): boolean {
  checkOpening(opening)
  const open = openOn(localDateOf(instant), opening, isClosed)
  return open !== undefined && open.from <= instant && instant < open.to
}

function checkOpening(opening: Opening): void {
  const isDays = opening.days.length > 0 && opening.days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  if (!isDays) throw new RangeError('An opening has weekdays from 1 to 7')
  if (minutesOf(opening.from) >= minutesOf(opening.to)) throw new RangeError('An opening ends after it begins')
}

function openOn(
  date: LocalDate,
  opening: Opening,
  isClosed: (date: LocalDate) => boolean,
): { from: Date; to: Date } | undefined {
  if (!opening.days.includes(weekdayOf(date)) || isClosed(date)) return undefined
  return { from: instantOf(date, opening.from), to: instantOf(date, opening.to) }
}
