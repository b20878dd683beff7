import { addDays, type LocalDate, weekdayOf } from './dates.ts'

/** A public holiday, with its Dutch name as it is shown. */
export type Holiday = { date: LocalDate; name: string }

const known = new Map<number, readonly Holiday[]>()

/**
 * The public holidays of a year in the Netherlands, in order, from 2014 on.
 *
 * Those of the Algemene termijnenwet, article 3, and the Sundays of Easter and Pentecost, with two remarks. Good Friday,
 * which that law puts on a par, is left out: almost everyone in care works. Liberation Day is in once in five years, when
 * the collective agreements in care make it a day off. King's Day moves to Saturday when 27 April is a Sunday.
 */
export function holidaysOf(year: number): readonly Holiday[] {
  const computed = known.get(year) ?? computeHolidays(year)
  known.set(year, computed)
  return computed
}

/** The holiday on a day, if it is one. */
export function holidayOn(date: LocalDate): Holiday | undefined {
  return holidaysOf(Number(date.slice(0, 4))).find((holiday) => holiday.date === date)
}

export function isHoliday(date: LocalDate): boolean {
  return holidayOn(date) !== undefined
}

function computeHolidays(year: number): readonly Holiday[] {
  const easter = easterOf(year)
  const kingsDay = `${year}-04-27`
  const holidays: Holiday[] = [
    { date: `${year}-01-01`, name: 'nieuwjaarsdag' },
    { date: easter, name: 'eerste paasdag' },
    { date: addDays(easter, 1), name: 'tweede paasdag' },
    { date: weekdayOf(kingsDay) === 7 ? addDays(kingsDay, -1) : kingsDay, name: 'Koningsdag' },
    ...(year % 5 === 0 ? [{ date: `${year}-05-05`, name: 'Bevrijdingsdag' }] : []),
    { date: addDays(easter, 39), name: 'Hemelvaartsdag' },
    { date: addDays(easter, 49), name: 'eerste pinksterdag' },
    { date: addDays(easter, 50), name: 'tweede pinksterdag' },
    { date: `${year}-12-25`, name: 'eerste kerstdag' },
    { date: `${year}-12-26`, name: 'tweede kerstdag' },
  ]
  return holidays.sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher; Astronomical Algorithms, chapter 8). */
function easterOf(year: number): LocalDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * lateMoon + 114
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`
}
