import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '#kernel/dates.ts'
import { lights } from '#kernel/lights.ts'
import { type Change, lightAtMoment } from './history.ts'
import { firstExpiry } from './light.ts'

const on = '2026-11-23'
const at = (time: string) => instantOf(on, time)
const said = (time: string, light: Change['light']): Change => ({
  at: at(time),
  light,
  setAt: light && at(time),
  until: null,
})
const cell = (...changes: Change[]) => ({ on, daypart: 'morning' as const, changes })
const seenAt = (time: string, history: Parameters<typeof lightAtMoment>[0]) =>
  lightAtMoment(history, at(time), firstExpiry)

describe('what a light was at a moment', () => {
  test('is the last that was said before it', () => {
    const history = cell(said('07:30', 'green'), said('09:00', 'red'), said('10:00', null))
    expect(['07:29', '07:30', '08:59', '09:00', '10:00'].map((time) => seenAt(time, history))).toEqual([
      'unknown',
      'green',
      'green',
      'red',
      'unknown',
    ])
  })

  test('is what the standing week said when nobody said anything, since it was confirmed', () => {
    const history = { ...cell(said('09:00', 'red')), standing: { light: 'amber' as const, confirmedAt: at('08:00') } }
    expect(['07:59', '08:00', '09:00'].map((time) => seenAt(time, history))).toEqual(['unknown', 'amber', 'red'])
  })

  test('does not change by what was said later, in whatever order it is told', () => {
    const aChange = fc
      .record({ minute: fc.integer({ min: 0, max: 1200 }), light: fc.constantFrom(...lights, null) })
      .map(({ minute, light }): Change => {
        const moment = new Date(at('00:00').getTime() + minute * 60_000)
        return { at: moment, light, setAt: light && moment, until: null }
      })
    const changes = fc.uniqueArray(aChange, { selector: (change) => change.at.getTime() })
    fc.assert(
      fc.property(changes, fc.integer({ min: 0, max: 1200 }), (all, minute) => {
        const moment = new Date(at('00:00').getTime() + minute * 60_000)
        const known = all.filter((change) => change.at <= moment)
        expect(lightAtMoment(cell(...all), moment, firstExpiry)).toBe(
          lightAtMoment(cell(...[...known].reverse()), moment, firstExpiry),
        )
      }),
    )
  })
})
