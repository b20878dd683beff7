import { describe, expect, test } from 'vitest'
import type { Deadline } from '#kernel/deadline.ts'
import { fillIn } from '#modules/regions/index.ts'
import { runOn, startAfterRest } from './resting.ts'

const { opening } = fillIn('coordinating-teams', 'desk')
const at = (moment: string) => new Date(moment)

describe('a clock that rested', () => {
  test.each<[Deadline['kind'], ...string[]]>([
    // [kind, rested from, act-by then, runs on at, act-by now, why]
    ['clock', '2026-11-23T08:00Z', '2026-11-23T12:00Z', '2026-11-24T08:00Z', '2026-11-24T12:00Z', 'four hours left'],
    [
      'working',
      '2026-11-23T15:00Z',
      '2026-11-24T08:00Z',
      '2026-11-25T07:00Z',
      '2026-11-25T09:00Z',
      'an hour on Monday, one on Tuesday',
    ],
    [
      'working',
      '2026-11-27T15:00Z',
      '2026-11-30T09:00Z',
      '2026-11-28T10:00Z',
      '2026-11-30T10:00Z',
      'on at a Saturday: counts from Monday',
    ],
    [
      'working',
      '2026-12-24T15:00Z',
      '2026-12-28T08:00Z',
      '2026-12-30T07:00Z',
      '2026-12-30T09:00Z',
      'Christmas does not count',
    ],
    [
      'working',
      '2026-12-31T15:00Z',
      '2027-01-04T08:00Z',
      '2027-01-05T07:00Z',
      '2027-01-05T09:00Z',
      'nor does New Year',
    ],
    [
      'clock',
      '2026-03-28T20:00Z',
      '2026-03-29T20:00Z',
      '2026-03-30T08:00Z',
      '2026-03-31T08:00Z',
      'a day of 24 real hours over summer time',
    ],
    [
      'working',
      '2026-10-23T14:00Z',
      '2026-10-26T08:00Z',
      '2026-10-27T07:00Z',
      '2026-10-27T09:00Z',
      'office hours over winter time',
    ],
    [
      'clock',
      '2026-11-23T08:00Z',
      '2026-11-23T07:00Z',
      '2026-11-24T08:00Z',
      '2026-11-24T08:00Z',
      'over before: over at once',
    ],
  ])('%s hours, rested from %s: %s → on at %s: %s (%s)', (kind, from = '', before = '', now = '', expected = '') => {
    expect(runOn({ from: at(from), actByBefore: at(before) }, kind, opening, at(now))).toEqual(at(expected))
  })

  test('starts later by as long as it rested, and never earlier', () => {
    const start = at('2026-11-23T08:00Z')
    expect(startAfterRest(start, { from: at('2026-11-23T10:00Z') }, at('2026-11-23T13:00Z'))).toEqual(
      at('2026-11-23T11:00Z'),
    )
    expect(startAfterRest(start, { from: at('2026-11-23T10:00Z') }, at('2026-11-23T09:00Z'))).toEqual(start)
  })
})
