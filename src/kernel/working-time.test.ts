import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, localDateOf } from './dates.ts'
import {
  addClockHours,
  addWorkingHours,
  isOpen,
  type Opening,
  officeHours,
  workingHoursBetween,
} from './working-time.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const roundTheClock: Opening = { days: everyDay, from: '00:00', to: '24:00' }
const neverClosed = () => false

/** '2026-04-03 14:00' as a moment in the Netherlands. */
function at(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  return instantOf(date, time)
}

describe('clock hours', () => {
  test('pass whatever the clock does', () => {
    expect(addClockHours(at('2026-11-20 14:00'), 48)).toEqual(at('2026-11-22 14:00'))
    expect(addClockHours(at('2026-03-28 14:00'), 24)).toEqual(at('2026-03-29 15:00'))
    expect(addClockHours(at('2026-10-24 14:00'), 24)).toEqual(at('2026-10-25 13:00'))
    expect(addClockHours(at('2026-12-31 23:30'), 0.75)).toEqual(at('2027-01-01 00:15'))
  })
})

describe('working hours', () => {
  test.each([
    ['within a day', '2026-11-23 09:00', 4, '2026-11-23 13:00'],
    ['to closing time exactly', '2026-11-23 09:00', 8, '2026-11-23 17:00'],
    ['over one night', '2026-11-23 15:00', 4, '2026-11-24 10:00'],
    ['over several days', '2026-11-23 08:00', 24, '2026-11-25 14:00'],
    ['over a weekend', '2026-11-20 16:00', 2, '2026-11-23 09:00'],
    ['from a Saturday', '2026-11-21 11:00', 2, '2026-11-23 10:00'],
    ['from before the doors open', '2026-11-23 06:15', 1, '2026-11-23 09:00'],
    ['from after they close', '2026-11-23 17:01', 1, '2026-11-24 09:00'],
    ['from closing time', '2026-11-23 17:00', 1, '2026-11-24 09:00'],
    ['over Easter, with Good Friday worked', '2026-04-02 16:00', 10, '2026-04-03 17:00'],
    ['over Easter', '2026-04-03 16:00', 2, '2026-04-07 09:00'],
    ['over King’s Day', '2026-04-24 16:00', 2, '2026-04-28 09:00'],
    ['over Ascension Day', '2026-05-13 16:00', 2, '2026-05-15 09:00'],
    ['over Pentecost', '2026-05-22 16:00', 2, '2026-05-26 09:00'],
    ['over Liberation Day when it is one', '2025-05-02 16:00', 2, '2025-05-06 09:00'],
    ['over Liberation Day when it is none', '2026-05-04 16:00', 2, '2026-05-05 09:00'],
    ['over Christmas and a weekend', '2026-12-24 16:00', 2, '2026-12-28 09:00'],
    ['over the turn of the year', '2026-12-31 16:00', 2, '2027-01-04 09:00'],
    ['over the clock going forward', '2026-03-27 16:00', 2, '2026-03-30 09:00'],
    ['over the clock going back', '2026-10-23 16:00', 2, '2026-10-26 09:00'],
    ['in parts', '2026-11-23 16:45', 0.5, '2026-11-24 08:15'],
    ['none at all within the opening', '2026-11-23 10:20', 0, '2026-11-23 10:20'],
    ['none at all on a Sunday', '2026-11-22 10:20', 0, '2026-11-23 08:00'],
  ])('pass %s', (_, from, hours, expected) => {
    expect(addWorkingHours(at(from), hours, officeHours)).toEqual(at(expected))
  })

  test('are those of the opening that is asked for', () => {
    const weekendToo: Opening = { days: everyDay, from: '07:00', to: '23:00' }
    expect(addWorkingHours(at('2026-11-21 22:00'), 2, weekendToo)).toEqual(at('2026-11-22 08:00'))
    const mondaysOnly: Opening = { days: [1], from: '13:00', to: '13:30' }
    expect(addWorkingHours(at('2026-11-23 13:15'), 0.5, mondaysOnly)).toEqual(at('2026-11-30 13:15'))
  })

  test('pass on a holiday for who works on holidays', () => {
    expect(addWorkingHours(at('2026-12-24 16:00'), 2, officeHours, neverClosed)).toEqual(at('2026-12-25 09:00'))
  })

  test('do not pass on the days off of a region of its own', () => {
    const carnival = (date: string) => date === '2026-02-16' || date === '2026-02-17'
    expect(addWorkingHours(at('2026-02-13 16:00'), 2, officeHours, carnival)).toEqual(at('2026-02-18 09:00'))
  })

  test('are as they really pass in the night of each change of the clock', () => {
    expect(addWorkingHours(at('2026-03-29 00:00'), 5, roundTheClock)).toEqual(at('2026-03-29 06:00'))
    expect(addWorkingHours(at('2026-10-25 00:00'), 5, roundTheClock)).toEqual(at('2026-10-25 04:00'))
    expect(workingHoursBetween(at('2026-03-29 00:00'), at('2026-03-30 00:00'), roundTheClock)).toBe(23)
    expect(workingHoursBetween(at('2026-10-25 00:00'), at('2026-10-26 00:00'), roundTheClock)).toBe(25)
  })

  test.each([
    ['no weekdays', { ...officeHours, days: [] }],
    ['a weekday 0', { ...officeHours, days: [0, 1] }],
    ['a weekday 8', { ...officeHours, days: [8] }],
    ['the end before the beginning', { ...officeHours, from: '17:00', to: '08:00' }],
    ['no time between', { ...officeHours, from: '08:00', to: '08:00' }],
    ['a time that is none', { ...officeHours, from: '8:00' }],
  ])('are refused of an opening with %s', (_, opening) => {
    expect(() => addWorkingHours(at('2026-11-23 09:00'), 1, opening)).toThrow(RangeError)
    expect(() => workingHoursBetween(at('2026-11-23 09:00'), at('2026-11-23 10:00'), opening)).toThrow(RangeError)
    expect(() => isOpen(at('2026-11-23 09:00'), opening)).toThrow(RangeError)
  })

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('are refused when there are %d', (hours) => {
    expect(() => addWorkingHours(at('2026-11-23 09:00'), hours, officeHours)).toThrow(RangeError)
  })

  test('are refused when nobody ever opens', () => {
    expect(() => addWorkingHours(at('2026-11-23 09:00'), 1, officeHours, () => true)).toThrow(RangeError)
  })
})

describe('for any moment, term and opening', () => {
  const moment = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))
  const hours = fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4)
  const opening = fc.record({
    days: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 }),
    from: fc.constantFrom('00:00', '02:30', '07:00', '08:00'),
    to: fc.constantFrom('08:30', '17:00', '23:00', '24:00'),
  })

  test('so many working hours lie between the beginning and the end', () => {
    fc.assert(
      fc.property(moment, hours, opening, (from, term, open) => {
        const due = addWorkingHours(from, term, open)
        expect(due >= from).toBe(true)
        expect(workingHoursBetween(from, due, open)).toBeCloseTo(term, 6)
      }),
    )
  })

  test('the end falls within the opening, or on closing time', () => {
    fc.assert(
      fc.property(moment, hours, opening, (from, term, open) => {
        const due = addWorkingHours(from, term, open)
        const justBefore = new Date(due.getTime() - 1)
        expect(isOpen(due, open) || isOpen(justBefore, open)).toBe(true)
      }),
    )
  })

  test('a term in two pieces ends as the whole', () => {
    fc.assert(
      fc.property(moment, hours, hours, opening, (from, first, second, open) => {
        fc.pre(second > 0)
        const inTwo = addWorkingHours(addWorkingHours(from, first, open), second, open)
        expect(inTwo).toEqual(addWorkingHours(from, first + second, open))
      }),
    )
  })

  test('who asks later is never due earlier', () => {
    fc.assert(
      fc.property(moment, fc.nat(10_000), hours, opening, (from, minutes, term, open) => {
        const later = new Date(from.getTime() + minutes * 60_000)
        expect(addWorkingHours(later, term, open) >= addWorkingHours(from, term, open)).toBe(true)
      }),
    )
  })

  test('round the clock and never closed, working hours are clock hours', () => {
    fc.assert(
      fc.property(moment, hours, (from, term) => {
        const working = addWorkingHours(from, term, roundTheClock, neverClosed)
        expect(working).toEqual(addClockHours(from, term))
      }),
    )
  })
})

describe('time between two moments', () => {
  test('counts only working hours', () => {
    expect(workingHoursBetween(at('2026-11-20 16:00'), at('2026-11-23 09:30'), officeHours)).toBe(2.5)
    expect(workingHoursBetween(at('2026-11-21 00:00'), at('2026-11-22 23:00'), officeHours)).toBe(0)
    // 261 weekdays in 2026, of which six are holidays.
    expect(workingHoursBetween(at('2026-01-01 00:00'), at('2027-01-01 00:00'), officeHours)).toBe((261 - 6) * 9)
  })

  test('is nothing when the second is not later', () => {
    expect(workingHoursBetween(at('2026-11-23 12:00'), at('2026-11-23 12:00'), officeHours)).toBe(0)
    expect(workingHoursBetween(at('2026-11-23 12:00'), at('2026-11-23 09:00'), officeHours)).toBe(0)
    expect(workingHoursBetween(at('2026-11-24 12:00'), at('2026-11-23 09:00'), officeHours)).toBe(0)
  })
})

describe('being open', () => {
  test.each([
    ['2026-11-23 08:00', true],
    ['2026-11-23 16:59', true],
    ['2026-11-23 07:59', false],
    ['2026-11-23 17:00', false],
    ['2026-11-22 12:00', false],
    ['2026-12-25 12:00', false],
  ])('at %s: %s', (moment, expected) => {
    expect(isOpen(at(moment), officeHours)).toBe(expected)
  })

  test('follows the clock here, not UTC', () => {
    const night: Opening = { days: [1], from: '00:00', to: '01:00' }
    const moment = new Date('2026-11-22T23:30:00Z')
    expect(localDateOf(moment)).toBe('2026-11-23')
    expect(isOpen(moment, night)).toBe(true)
  })
})
