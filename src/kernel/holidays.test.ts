import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from './dates.ts'
import { holidayOn, holidaysOf, isHoliday } from './holidays.ts'

/** Written out by hand from the calendar, not computed. */
const calendar: Record<number, string> = {
  2024: '01-01 03-31 04-01 04-27 05-09 05-19 05-20 12-25 12-26',
  2025: '01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26',
  2026: '01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26',
  2027: '01-01 03-28 03-29 04-27 05-06 05-16 05-17 12-25 12-26',
  2028: '01-01 04-16 04-17 04-27 05-25 06-04 06-05 12-25 12-26',
  2029: '01-01 04-01 04-02 04-27 05-10 05-20 05-21 12-25 12-26',
  2030: '01-01 04-21 04-22 04-27 05-05 05-30 06-09 06-10 12-25 12-26',
}

describe('the holidays', () => {
  test.each(Object.entries(calendar))('of %s are those of the calendar', (year, days) => {
    const expected = days.split(' ').map((day) => `${year}-${day}`)
    expect(holidaysOf(Number(year)).map(({ date }) => date)).toEqual(expected)
  })

  test.each([
    ['2026-04-05', 'eerste paasdag'],
    ['2026-04-06', 'tweede paasdag'],
    ['2026-04-27', 'Koningsdag'],
    ['2025-05-05', 'Bevrijdingsdag'],
    ['2026-05-14', 'Hemelvaartsdag'],
    ['2026-05-24', 'eerste pinksterdag'],
    ['2026-05-25', 'tweede pinksterdag'],
    ['2026-12-25', 'eerste kerstdag'],
    ['2026-12-26', 'tweede kerstdag'],
    ['2027-01-01', 'nieuwjaarsdag'],
  ])('have a name: on %s it is %s', (date, name) => {
    expect(holidayOn(date)).toEqual({ date, name })
  })

  test.each([
    ['Good Friday', '2026-04-03'],
    ['Liberation Day out of season', '2026-05-05'],
    ['the Sunday that King’s Day gave up', '2025-04-27'],
    ['New Year’s Eve', '2026-12-31'],
    ['Sinterklaas', '2026-12-05'],
  ])('do not have %s', (_, date) => {
    expect(isHoliday(date)).toBe(false)
  })

  test('put Easter on the Sunday of the tables, early and late', () => {
    const sundays = ['2008-03-23', '2011-04-24', '2035-03-25', '2038-04-25', '2049-04-18', '2076-04-19', '2100-03-28']
    for (const sunday of sundays) expect(holidayOn(sunday)?.name).toBe('eerste paasdag')
  })

  test('fall on the weekdays they belong to, every year of two centuries', () => {
    for (let year = 2014; year < 2214; year += 1) {
      const on = (name: string) => holidaysOf(year).find((holiday) => holiday.name === name)?.date ?? ''
      expect(weekdayOf(on('eerste paasdag'))).toBe(7)
      expect(weekdayOf(on('Hemelvaartsdag'))).toBe(4)
      expect(weekdayOf(on('eerste pinksterdag'))).toBe(7)
      expect(weekdayOf(on('Koningsdag'))).not.toBe(7)
      expect(on('eerste paasdag') >= `${year}-03-22` && on('eerste paasdag') <= `${year}-04-25`).toBe(true)
      expect(addDays(on('eerste pinksterdag'), 1)).toBe(on('tweede pinksterdag'))
    }
  })
})
