import { formatDateShort, localDateOf, timeZone } from '#kernel/dates.ts'

const clock = new Intl.DateTimeFormat('nl', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** To the second, as a log is read: 'zo 22 nov 2026 10:04:05'. */
export function exactMoment(at: Date): string {
  return `${formatDateShort(localDateOf(at))} ${clock.format(at)}`
}
