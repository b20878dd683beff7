import { describe, expect, test } from 'vitest'
import { parseTime, promisedFor, raised } from './promises.ts'

describe('a time typed while talking', () => {
  test.each([
    ['14:00', '14:00'],
    ['14.30', '14:30'],
    ['1415', '14:15'],
    ['9', '09:00'],
    ['930', '09:30'],
    ['0', '00:00'],
    ['24', undefined],
    ['14:60', undefined],
    ['twee uur', undefined],
    ['', undefined],
  ])('%s', (typed, time) => {
    expect(parseTime(typed)).toBe(time)
  })
})

describe('a time said on the phone', () => {
  test.each([
    ['is today when it is still to come', '14:00', '2026-11-23T09:00:00Z', '2026-11-23T13:00:00.000Z'],
    ['is tomorrow when it is over', '09:00', '2026-11-23T09:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['is tomorrow when it is this very minute', '10:00', '2026-11-23T09:00:00Z', '2026-11-24T09:00:00.000Z'],
    [
      'is by the clock in the Netherlands, over its change',
      '09:00',
      '2026-03-28T20:00:00Z',
      '2026-03-29T07:00:00.000Z',
    ],
    ['goes over the turn of the year', '08:30', '2026-12-31T20:00:00Z', '2027-01-01T07:30:00.000Z'],
  ])('%s', (_what, time, now, due) => {
    expect(promisedFor(time, new Date(now)).toISOString()).toBe(due)
  })
})

describe('a promise that was not kept', () => {
  test('is told to the desk, then given to its partner, then told to the office of the region for as long as it lasts', () => {
    expect([0, 1, 2, 3].map((level) => raised(level, true).tell)).toEqual([
      'desk',
      'partner',
      'region-office',
      'region-office',
    ])
  })
  test('without a partner goes to the office at once', () => {
    expect([0, 1, 2].map((level) => raised(level, false).tell)).toEqual(['desk', 'region-office', 'region-office'])
  })
  test('rises a level each time', () => {
    expect([0, 1, 7].map((level) => raised(level, true).level)).toEqual([1, 2, 8])
  })
})
