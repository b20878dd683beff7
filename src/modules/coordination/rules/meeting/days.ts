import { addDays, type LocalDate, weekdayOf } from '#kernel/dates.ts'
import { isHoliday } from '#kernel/holidays.ts'

/** When a team meets, unless it agreed on something else: every working day, as early as the shifts allow. */
export const usualSetting = { weekdays: [1, 2, 3, 4, 5], startsAt: '08:30', minutes: 15 } as const

export function meetsOn(date: LocalDate, weekdays: readonly number[]): boolean {
  return weekdays.includes(weekdayOf(date)) && !isHoliday(date)
}

/** The first day after this one on which the team meets. */
export function nextMeetingDay(after: LocalDate, weekdays: readonly number[]): LocalDate {
  // No two weeks of the Dutch calendar are all holidays; a team that meets on one weekday may lose two in a row.
  for (let date = addDays(after, 1), days = 0; days < 31; date = addDays(date, 1), days += 1)
    if (meetsOn(date, weekdays)) return date
  return addDays(after, 1)
}

/**
 * How long one item may take for all to be heard: what is left of the agreed time over what is left to decide, never under
 * half a minute nor over five. A hint for who leads; nothing happens when it is over.
 */
export function secondsPerItem(minutes: number, secondsGone: number, toDecide: number): number {
  const left = Math.max(0, minutes * 60 - secondsGone)
  return Math.min(300, Math.max(30, Math.round(left / Math.max(1, toDecide) / 5) * 5))
}
