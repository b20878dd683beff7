import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  ageOn,
  daysBetween,
  instantOf,
  isLocalDate,
  localDateOf,
  localTimeOf,
  minutesOf,
  parseDate,
  parseDateParts,
  weekdayOf,
} from './dates.ts'

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16))

describe('a day', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '1899-12-31', '9999-12-31'])('can be %s', (text) => {
    expect(isLocalDate(text)).toBe(true)
  })

  test.each([
    '',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '0026-01-01',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    '2026-01-01\n',
    '+002026-01-01',
    '01-01-2026',
  ])('cannot be %j', (text) => {
    expect(isLocalDate(text)).toBe(false)
  })
})

describe('a day typed in three fields', () => {
  test.each([
    [{ day: '27', month: '3', year: '1941' }, '1941-03-27'],
    [{ day: '3', month: '08', year: '1941' }, '1941-08-03'],
    [{ day: ' 03 ', month: ' 8 ', year: ' 1941 ' }, '1941-08-03'],
    [{ day: '3', month: 'maart', year: '1941' }, '1941-03-03'],
    [{ day: '3', month: 'Mrt.', year: '1941' }, '1941-03-03'],
    [{ day: '1', month: 'SEPT', year: '1941' }, '1941-09-01'],
    [{ day: '1', month: 'okt', year: '1941' }, '1941-10-01'],
    [{ day: '29', month: '2', year: '1940' }, '1940-02-29'],
  ])('%j is %s', (parts, expected) => {
    expect(parseDateParts(parts)).toBe(expected)
  })

  test.each([
    { day: '', month: '', year: '' },
    { day: '', month: '3', year: '1941' },
    { day: '31', month: '4', year: '1941' },
    { day: '29', month: '2', year: '1941' },
    { day: '0', month: '3', year: '1941' },
    { day: '1', month: '0', year: '1941' },
    { day: '1', month: '13', year: '1941' },
    { day: '1', month: 'm', year: '1941' },
    { day: '1', month: 'ma', year: '1941' },
    { day: '1', month: 'march', year: '1941' },
    { day: '1', month: '3', year: '41' },
    { day: '1', month: '3', year: '0041' },
    { day: '1', month: '3', year: '19411' },
    { day: '-1', month: '3', year: '1941' },
    { day: '1.0', month: '3', year: '1941' },
    { day: '1e0', month: '3', year: '1941' },
    { day: '١', month: '3', year: '1941' },
  ])('%j is none', (parts) => {
    expect(parseDateParts(parts)).toBeUndefined()
  })

  test('is every day there is', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year = '', month = '', number = ''] = date.split('-')
        expect(parseDateParts({ day: number, month, year })).toBe(date)
        expect(parseDateParts({ day: String(Number(number)), month: String(Number(month)), year })).toBe(date)
      }),
    )
  })

  test.each([
    ['3-8-2026', '2026-08-03'],
    ['03/08/2026', '2026-08-03'],
    ['3 aug 2026', '2026-08-03'],
    [' 3 augustus 2026 ', '2026-08-03'],
    ['3.8.2026', '2026-08-03'],
    ['2026-08-03', '2026-08-03'],
    ['31-2-2026', undefined],
    ['8-2026', undefined],
    ['3-8-26', undefined],
    ['', undefined],
  ])('reads the day %j of one field', (line, expected) => {
    expect(parseDate(line)).toBe(expected)
  })
})

describe('age', () => {
  test.each([
    ['1941-03-27', '2026-03-26', 84],
    ['1941-03-27', '2026-03-27', 85],
    ['1941-03-27', '2026-12-31', 85],
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-22', '2026-11-21', -1],
    ['1925-12-31', '2026-01-01', 100],
  ])('of who was born on %s is, on %s, %i', (birthDate, on, age) => {
    expect(ageOn(birthDate, on)).toBe(age)
  })

  test.each([
    ['2025-02-28', 84],
    ['2025-03-01', 85],
    ['2028-02-28', 87],
    ['2028-02-29', 88],
  ])('of who was born on 29 February 1940 goes up on 1 March when there is no 29th: %s', (on, age) => {
    expect(ageOn('1940-02-29', on)).toBe(age)
  })

  test('goes up on the birthday and on no other day', () => {
    fc.assert(
      fc.property(day, fc.nat(40_000), (birthDate, days) => {
        const on = addDays(birthDate, days)
        fc.pre(birthDate.slice(5) !== '02-29')
        const step = ageOn(birthDate, on) - ageOn(birthDate, addDays(on, -1))
        expect(step).toBe(on.slice(5) === birthDate.slice(5) ? 1 : 0)
      }),
    )
  })
})

describe('counting days', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })

  test('forwards and back ends where it began', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        const other = addDays(date, days)
        expect(daysBetween(date, other)).toBe(days)
        expect(addDays(other, -days)).toBe(date)
        expect(other > date).toBe(days > 0)
      }),
    )
  })

  test.each([
    ['2026-11-22', 7],
    ['2026-11-23', 1],
    ['2024-02-29', 4],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1900-01-01', 1],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })

  test('the weekday goes from 7 to 1', () => {
    fc.assert(fc.property(day, (date) => weekdayOf(addDays(date, 1)) === (weekdayOf(date) % 7) + 1))
  })

  test('wants a day that exists', () => {
    for (const text of ['', '2026-02-30', '22-11-2026', '2026-11-22T10:00']) {
      expect(() => addDays(text, 1)).toThrow(RangeError)
      expect(() => weekdayOf(text)).toThrow(RangeError)
      expect(() => instantOf(text, '10:00')).toThrow(RangeError)
    }
  })
})

describe('the clock in the Netherlands', () => {
  test.each([
    ['2026-11-22T22:59:59Z', '2026-11-22', '23:59'],
    ['2026-11-22T23:00:00Z', '2026-11-23', '00:00'],
    ['2026-07-01T21:59:59Z', '2026-07-01', '23:59'],
    ['2026-07-01T22:00:00Z', '2026-07-02', '00:00'],
    ['2026-12-31T23:00:00Z', '2027-01-01', '00:00'],
    ['2026-03-29T00:59:59Z', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '03:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25', '02:59'],
    ['2026-10-25T01:00:00Z', '2026-10-25', '02:00'],
  ])('at %s shows %s %s', (moment, date, clock) => {
    expect(localDateOf(new Date(moment))).toBe(date)
    expect(localTimeOf(new Date(moment))).toBe(clock)
  })

  test('is the one of the time zone database, at any moment', () => {
    const reference = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    fc.assert(
      fc.property(instant, (moment) => {
        expect(`${localDateOf(moment)} ${localTimeOf(moment)}`).toBe(reference.format(moment))
      }),
      { numRuns: 2000 },
    )
  })

  test('is the one of the time zone database in every half hour around both changes', () => {
    const reference = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    for (const midnight of ['2026-03-28T00:00Z', '2026-10-24T00:00Z']) {
      for (let half = 0; half < 144; half += 1) {
        const moment = new Date(Date.parse(midnight) + half * 1_800_000)
        expect(`${localDateOf(moment)} ${localTimeOf(moment)}`).toBe(reference.format(moment))
      }
    }
  })

  test('refuses a moment that is none', () => {
    expect(() => localDateOf(new Date(Number.NaN))).toThrow(RangeError)
    expect(() => localDateOf(new Date(8.64e15))).toThrow(RangeError)
  })
})

describe('the moment of a day and a time', () => {
  test.each([
    ['2026-11-22', '14:00', '2026-11-22T13:00:00.000Z'],
    ['2026-07-01', '14:00', '2026-07-01T12:00:00.000Z'],
    ['2026-01-01', '00:00', '2025-12-31T23:00:00.000Z'],
    ['2026-12-31', '24:00', '2026-12-31T23:00:00.000Z'],
    ['2026-03-29', '24:00', '2026-03-29T22:00:00.000Z'],
  ])('%s %s is %s', (date, clock, expected) => {
    expect(instantOf(date, clock).toISOString()).toBe(expected)
  })

  test.each([
    ['01:59', '2026-03-29T00:59:00.000Z'],
    ['02:00', '2026-03-29T01:00:00.000Z'],
    ['02:30', '2026-03-29T01:30:00.000Z'],
    ['02:59', '2026-03-29T01:59:00.000Z'],
    ['03:00', '2026-03-29T01:00:00.000Z'],
  ])('that is skipped in spring is as much later as the clock jumps: %s', (clock, expected) => {
    expect(instantOf('2026-03-29', clock).toISOString()).toBe(expected)
  })

  test.each([
    ['01:59', '2026-10-24T23:59:00.000Z'],
    ['02:00', '2026-10-25T00:00:00.000Z'],
    ['02:30', '2026-10-25T00:30:00.000Z'],
    ['02:59', '2026-10-25T00:59:00.000Z'],
    ['03:00', '2026-10-25T02:00:00.000Z'],
  ])('that comes twice in autumn is the first: %s', (clock, expected) => {
    expect(instantOf('2026-10-25', clock).toISOString()).toBe(expected)
  })

  test('shows that day and that time, but for the hour that is skipped', () => {
    fc.assert(
      fc.property(day, time, (date, clock) => {
        const moment = instantOf(date, clock)
        const isSkipped = localTimeOf(moment) !== clock
        if (isSkipped) expect(localTimeOf(moment) > clock).toBe(true)
        expect(localDateOf(moment)).toBe(date)
      }),
      { numRuns: 1000 },
    )
  })

  test('is the moment itself or its double, one hour earlier', () => {
    fc.assert(
      fc.property(instant, (moment) => {
        const whole = Math.floor(moment.getTime() / 60_000) * 60_000
        const back = instantOf(localDateOf(moment), localTimeOf(moment)).getTime()
        expect([whole, whole - 3_600_000]).toContain(back)
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['', '9:30', '24:01', '25:00', '12:60', '12.30', '12:30:00', '12:30\n'])(
    'refuses %j as a time',
    (clock) => {
      expect(() => instantOf('2026-11-22', clock)).toThrow(RangeError)
    },
  )
})

test('a time is so many minutes after midnight', () => {
  expect([minutesOf('00:00'), minutesOf('08:30'), minutesOf('23:59'), minutesOf('24:00')]).toEqual([0, 510, 1439, 1440])
})
