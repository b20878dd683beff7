import { addDays, type LocalDate, localDateOf, weekdayOf } from '#kernel/dates.ts'
import { isHoliday } from '#kernel/holidays.ts'
import type { Opening } from '#kernel/working-time.ts'

/** The day on which somebody is there again after today: over the weekend and holidays. */
export function nextOpeningOn(now: Date, opening: Opening): LocalDate {
  let date = addDays(localDateOf(now), 1)
  for (let days = 0; days < 366; days += 1, date = addDays(date, 1))
    if (opening.days.includes(weekdayOf(date)) && !isHoliday(date)) return date
  throw new RangeError('Nobody opens within a year')
}
