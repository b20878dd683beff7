import {
  daysBetween,
  formatDate,
  formatMoment,
  formatTime,
  type LocalDate,
  localDateOf,
  localTimeOf,
  timeZone,
} from './dates.ts'
import type { Language } from './languages.ts'

/** Days and moments in the words of a language. */
export type Dates = {
  /** '27 March 1941' */
  date(date: LocalDate): string
  /** 'today at 14:00', 'Monday 23 November at 09:30'; with the year when it is another. */
  moment(instant: Date, now: Date): string
  /** '14:00' */
  time(instant: Date): string
}

const dates: Readonly<Record<Language, Dates>> = {
  nl: { date: formatDate, moment: formatMoment, time: formatTime },
  en: inWordsOf('en-GB', ' at '),
}

/** How days and moments are written in a language: Dutch as professionals read them too, others in full. */
export function datesIn(language: Language): Dates {
  return dates[language]
}

/** @param at stands between a day and a time */
function inWordsOf(locale: string, at: string): Dates {
  const full = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
  const day = { timeZone, weekday: 'long', day: 'numeric', month: 'long' } as const
  const [thisYear, otherYear] = [{}, { year: 'numeric' } as const].map(
    (year) => new Intl.DateTimeFormat(locale, { ...day, ...year }),
  )
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const dayWords = (instant: Date, now: Date) => {
    const [date, today] = [localDateOf(instant), localDateOf(now)]
    const days = daysBetween(today, date)
    if (Math.abs(days) <= 1) return near.format(days, 'day')
    return (date.slice(0, 4) === today.slice(0, 4) ? thisYear : otherYear)?.format(instant) ?? date
  }
  return {
    date: (date) => full.format(new Date(`${date}T00:00:00Z`)),
    moment: (instant, now) => `${dayWords(instant, now)}${at}${localTimeOf(instant)}`,
    time: localTimeOf,
  }
}
