import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf } from '#kernel/dates.ts'
import { lights } from '#kernel/lights.ts'
import { endOf, isPast } from './cell.ts'
import { effectiveLight, firstExpiry, freshUntil, goesStaleWithin, type Said } from './light.ts'

const monday = '2026-11-23'
const at = (time: string, on = monday) => instantOf(on, time)
const green = (setAt: Date, until?: Date): Said => ({ light: 'green', setAt, until })
const sees = (said: Said | undefined, on: string, now: Date) => effectiveLight(said, on, now, firstExpiry)

describe('what a light still says', () => {
  test('nothing said is grey', () => {
    expect(sees(undefined, monday, at('09:00'))).toBe('unknown')
  })

  test('for today it counts a day', () => {
    const said = green(at('07:30', addDays(monday, -1)))
    expect(sees(said, monday, at('07:29'))).toBe('green')
    expect(sees(said, monday, at('07:30'))).toBe('unknown')
  })

  test('for a later day it counts a week, and on its own day it must be said again', () => {
    const thursday = addDays(monday, 3)
    const said = green(at('07:30'))
    expect(sees(said, thursday, at('23:59', addDays(monday, 2)))).toBe('green')
    expect(sees(said, thursday, at('00:00', thursday))).toBe('unknown')
    expect(sees(said, addDays(monday, 20), at('07:29', addDays(monday, 7)))).toBe('green')
    expect(sees(said, addDays(monday, 20), at('07:30', addDays(monday, 7)))).toBe('unknown')
  })

  test('after its until nobody knows', () => {
    const said = green(at('07:30'), at('10:00'))
    expect(sees(said, monday, at('09:59'))).toBe('green')
    expect(sees(said, monday, at('10:00'))).toBe('unknown')
  })

  test('24 hours are 24 hours on the night that the clock changes', () => {
    const sunday = '2026-10-25'
    const said = green(at('12:00', addDays(sunday, -1)))
    expect(sees(said, sunday, at('10:59', sunday))).toBe('green')
    expect(sees(said, sunday, at('11:00', sunday))).toBe('unknown')
  })
})

const aMoment = fc.date({
  min: new Date('2026-03-01T00:00:00Z'),
  max: new Date('2026-12-01T00:00:00Z'),
  noInvalidDate: true,
})
const aDay = fc.integer({ min: 0, max: 280 }).map((days) => addDays('2026-03-01', days))
const anExpiry = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 400 }))
  .map(([todayHours, more]) => ({ todayHours, laterHours: todayHours + more, patternDays: 28 }))
const aSaid = fc.record({
  light: fc.constantFrom(...lights),
  setAt: aMoment,
  until: fc.option(aMoment, { nil: undefined }),
})

describe('always', () => {
  test('a light counts until the moment that is told, and never again after it', () => {
    fc.assert(
      fc.property(aSaid, aDay, anExpiry, aMoment, (said, on, expiry, now) => {
        const end = freshUntil(said, on, expiry)
        expect(effectiveLight(said, on, now, expiry)).toBe(now < end ? said.light : 'unknown')
      }),
    )
  })

  test('nothing turns a light into another colour than grey', () => {
    fc.assert(
      fc.property(aSaid, aDay, anExpiry, aMoment, (said, on, expiry, now) => {
        expect([said.light, 'unknown']).toContain(effectiveLight(said, on, now, expiry))
      }),
    )
  })

  test('saying it again never makes it count shorter', () => {
    fc.assert(
      fc.property(aSaid, aDay, anExpiry, fc.integer({ min: 0, max: 10_000_000 }), (said, on, expiry, later) => {
        const again = { ...said, setAt: new Date(said.setAt.getTime() + later) }
        expect(freshUntil(again, on, expiry) >= freshUntil(said, on, expiry)).toBe(true)
      }),
    )
  })

  test('who is asked whether it is still right, is asked before it turns grey', () => {
    fc.assert(
      fc.property(aSaid, aDay, anExpiry, aMoment, (said, on, expiry, now) => {
        if (goesStaleWithin(3, said, on, now, expiry)) expect(effectiveLight(said, on, now, expiry)).toBe(said.light)
      }),
    )
  })
})

describe('a cell', () => {
  test('is over when its daypart is, the night on the next morning', () => {
    expect(endOf({ on: monday, daypart: 'morning' })).toEqual(at('12:00'))
    expect(isPast({ on: monday, daypart: 'night' }, at('06:59', addDays(monday, 1)))).toBe(false)
    expect(isPast({ on: monday, daypart: 'night' }, at('07:00', addDays(monday, 1)))).toBe(true)
  })

  test.each([
    ['2026-10-24', 9],
    ['2026-03-28', 7],
    ['2026-11-23', 8],
  ])('the night of %s lasts %i hours', (on, hours) => {
    expect((endOf({ on, daypart: 'night' }).getTime() - at('23:00', on).getTime()) / 3_600_000).toBe(hours)
  })
})
