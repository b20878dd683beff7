import { addDays, instantOf, localDateOf } from '#kernel/dates.ts'

/** '14:00', '14.00', '1400' or '14', as somebody types it while talking. */
export function parseTime(line: string): string | undefined {
  const [, hour = '', minutes = '00'] = /^([01]?\d|2[0-3])(?:[:.]?([0-5]\d))?$/.exec(line.trim()) ?? []
  return hour ? `${hour.padStart(2, '0')}:${minutes}` : undefined
}

/** '14:00' as somebody says it on the phone: today, or tomorrow when that time is over. */
export function promisedFor(time: string, now: Date): Date {
  const today = localDateOf(now)
  const moment = instantOf(today, time)
  return moment > now ? moment : instantOf(addDays(today, 1), time)
}

/** A promise that was not kept in time: who hears of it next. The partner desk also gets it to keep. */
export type Raised = { level: number; tell: 'desk' | 'partner' | 'region-office' }

/** First the desk itself; then its partner, or the office of the region; from there on the office, until it is kept. */
export function raised(level: number, hasPartner: boolean): Raised {
  const next = level + 1
  if (next === 1) return { level: next, tell: 'desk' }
  return { level: next, tell: next === 2 && hasPartner ? 'partner' : 'region-office' }
}
