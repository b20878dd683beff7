import { describe, expect, test } from 'vitest'
import { formatDate, formatDateShort, formatDuration, formatMoment, formatTime, formatWeekday } from './dates.ts'
import { datesIn } from './dates-in.ts'

/** Sunday 22 November 2026, 9:05 in the Netherlands. */
const now = new Date('2026-11-22T08:05:00Z')

describe('a day in words', () => {
  test.each([
    ['1941-03-27', '27 maart 1941'],
    ['2026-08-01', '1 augustus 2026'],
    ['2024-02-29', '29 februari 2024'],
  ])('%s is %s', (date, words) => {
    expect(formatDate(date)).toBe(words)
  })

  test('agrees with the Dutch of the platform, every month', () => {
    const dutch = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      const date = `2026-${String(month).padStart(2, '0')}-09`
      expect(formatDate(date)).toBe(dutch.format(new Date(date)))
    }
  })

  test('agrees with the Dutch of the platform, every weekday', () => {
    const dutch = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', timeZone: 'UTC' })
    for (let day = 1; day <= 7; day += 1) {
      const date = `2026-11-${String(day + 10)}`
      expect(formatWeekday(date)).toBe(dutch.format(new Date(date)))
    }
  })

  test('is short with its weekday', () => {
    expect(formatDateShort('2026-08-01')).toBe('za 1 aug')
    expect(formatDateShort('2026-03-30', '2026-11-22')).toBe('ma 30 mrt')
  })

  test('has its year when that is another than today', () => {
    expect(formatDateShort('2025-08-03', '2026-11-22')).toBe('zo 3 aug 2025')
    expect(formatDateShort('2027-01-01', '2026-12-31')).toBe('vr 1 jan 2027')
  })
})

describe('a moment in words', () => {
  test.each([
    ['2026-11-22T13:00:00Z', 'vandaag 14:00'],
    ['2026-11-21T23:00:00Z', 'vandaag 0:00'],
    ['2026-11-21T22:59:00Z', 'gisteren 23:59'],
    ['2026-11-23T08:30:00Z', 'morgen 9:30'],
    ['2026-11-22T23:00:00Z', 'morgen 0:00'],
    ['2026-11-24T08:30:00Z', 'di 24 nov 9:30'],
    ['2026-08-03T12:00:00Z', 'ma 3 aug 14:00'],
    ['2027-01-04T13:00:00Z', 'ma 4 jan 2027 14:00'],
  ])('%s is "%s"', (moment, words) => {
    expect(formatMoment(new Date(moment), now)).toBe(words)
  })

  test('has a time without a zero before it', () => {
    expect(formatTime(new Date('2026-11-22T08:05:00Z'))).toBe('9:05')
    expect(formatTime(new Date('2026-11-21T23:07:00Z'))).toBe('0:07')
    expect(formatTime(new Date('2026-07-01T21:59:00Z'))).toBe('23:59')
  })
})

describe('how far away a moment is', () => {
  test.each([
    ['2026-11-22T08:05:30Z', 'nu'],
    ['2026-11-22T08:06:00Z', 'nog 1 minuut'],
    ['2026-11-22T08:25:59Z', 'nog 20 minuten'],
    ['2026-11-22T09:05:00Z', 'nog 1 uur'],
    ['2026-11-22T11:59:00Z', 'nog 3 uur'],
    ['2026-11-23T08:04:00Z', 'nog 23 uur'],
    ['2026-11-23T08:05:00Z', 'morgen'],
    ['2026-11-24T08:05:00Z', 'over 2 dagen'],
    ['2026-11-24T22:59:00Z', 'over 2 dagen'],
    ['2026-12-05T08:05:00Z', 'over 13 dagen'],
    ['2026-12-06T08:05:00Z', 'over 2 weken'],
    ['2027-01-22T08:05:00Z', 'over 2 maanden'],
    ['2029-01-22T08:05:00Z', 'over 2 jaar'],
  ])('ahead: at %s "%s"', (moment, words) => {
    expect(formatDuration(new Date(moment), now)).toBe(words)
  })

  test.each([
    ['2026-11-22T08:05:00Z', 'zojuist'],
    ['2026-11-22T08:04:30Z', 'zojuist'],
    ['2026-11-22T08:04:00Z', '1 minuut geleden'],
    ['2026-11-22T07:45:00Z', '20 minuten geleden'],
    ['2026-11-22T07:05:00Z', '1 uur geleden'],
    ['2026-11-22T05:05:00Z', '3 uur geleden'],
    ['2026-11-21T21:05:00Z', '11 uur geleden'],
    ['2026-11-21T08:05:00Z', 'gisteren'],
    ['2026-11-20T22:30:00Z', '2 dagen geleden'],
    ['2026-11-01T08:05:00Z', '3 weken geleden'],
    ['2026-07-01T08:05:00Z', '4 maanden geleden'],
    ['2024-10-01T08:05:00Z', '2 jaar geleden'],
  ])('behind: at %s "%s"', (moment, words) => {
    expect(formatDuration(new Date(moment), now)).toBe(words)
  })

  test('counts hours within the day of 25 hours, not "tomorrow"', () => {
    const start = new Date('2026-10-24T22:00:00Z')
    expect(formatDuration(new Date('2026-10-25T22:30:00Z'), start)).toBe('nog 24 uur')
  })

  test('says "yesterday" of the day before, not of the night before', () => {
    const atOne = new Date('2026-11-22T00:00:00Z')
    expect(formatDuration(new Date('2026-11-21T21:00:00Z'), atOne)).toBe('3 uur geleden')
    expect(formatDuration(new Date('2026-11-21T08:00:00Z'), atOne)).toBe('gisteren')
  })
})

describe('in English', () => {
  const { date, moment, time } = datesIn('en')
  test.each([
    ['2026-11-22T13:00:00Z', 'today at 14:00'],
    ['2026-11-21T08:30:00Z', 'yesterday at 09:30'],
    ['2026-11-22T23:05:00Z', 'tomorrow at 00:05'],
    ['2026-11-24T08:30:00Z', 'Tuesday 24 November at 09:30'],
  ])('%s is %s', (instant, words) => {
    expect(moment(new Date(instant), now)).toBe(words)
  })

  test('a day of another year has its year, and a date is written in full', () => {
    expect(moment(new Date('2027-01-04T08:30:00Z'), now)).toMatch(/^Monday,? 4 January 2027 at 09:30$/)
    expect([date('1941-03-27'), time(now)]).toEqual(['27 March 1941', '09:05'])
  })
})
