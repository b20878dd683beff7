import { addDays, type LocalDate } from '#kernel/dates.ts'

/** How many days back a start of care may be confirmed; longer ago is a slip of the pen in the month or the year. */
export const startedAtMostDaysAgo = 60

/** Why this cannot be the day on which care began, or nothing when it can. */
export function startDateRefusal(startedOn: LocalDate, today: LocalDate): 'in-the-future' | 'too-long-ago' | undefined {
  if (startedOn > today) return 'in-the-future'
  return startedOn < addDays(today, -startedAtMostDaysAgo) ? 'too-long-ago' : undefined
}
