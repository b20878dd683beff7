import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careKinds, expertises } from '#kernel/care-kinds.ts'
import { addDays, daysBetween, instantOf } from '#kernel/dates.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { daypartOf, daysOf, type RegionQuestion, toRegionQuery, toRegionQuestion, views } from './region-question.ts'

const today = '2026-11-22'

const aQuestion: fc.Arbitrary<RegionQuestion> = fc.record({
  view: fc.constantFrom(...views),
  on: fc.integer({ min: -400, max: 60 }).map((days) => addDays(today, days)),
  filters: fc.record(
    {
      municipality: fc.constantFrom('Arnhem', 'Rheden', "'s-Gravenhage"),
      pc4: fc.constantFrom('6811', '9999'),
      careKind: fc.constantFrom(...careKinds),
      expertise: fc.constantFrom(...expertises),
      language: fc.constantFrom('nl', 'ber'),
      insurer: fc.constantFrom('3332', '0101'),
      daypart: fc.constantFrom(...dayparts),
      room: fc.constant(true as const),
    },
    { requiredKeys: [] },
  ),
  page: fc.integer({ min: 1, max: 400 }),
})

const back = (question: RegionQuestion) =>
  toRegionQuestion(Object.fromEntries(new URLSearchParams(toRegionQuery(question, today))), today)

describe('the address of the region view', () => {
  test('keeps all that was asked', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        expect(back(question)).toEqual(question)
      }),
    )
  })

  test('is short for what most people want', () => {
    expect(toRegionQuery({ view: 'day', on: today, filters: {}, page: 1 }, today)).toBe('')
  })

  test('can be changed by hand into anything and still asks something', () => {
    const anything = fc.dictionary(
      fc.constantFrom('beeld', 'dag', 'gemeente', 'postcode', 'zorg', 'deskundigheid', 'taal', 'verzekeraar', 'pagina'),
      fc.oneof(fc.string(), fc.constantFrom('2026-02-30', '0001-01-01', '-1', '99999'), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(anything, (query) => {
        const question = toRegionQuestion(query, today)
        expect(views).toContain(question.view)
        expect(daysBetween(today, question.on)).toBeLessThanOrEqual(60)
        expect(question.page).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  test('a week is the seven days from the chosen one on', () => {
    expect(daysOf({ view: 'week', on: today })).toEqual({ from: today, to: '2026-11-28' })
    expect(daysOf({ view: 'day', on: today })).toEqual({ from: today, to: today })
  })

  test('a picture is about the part of the day it is now', () => {
    const at = (time: string, on = today) => daypartOf({ on, filters: {} }, instantOf(today, time))
    expect(['00:30', '08:00', '12:00', '17:00', '23:30'].map((time) => at(time))).toEqual([
      'morning',
      'morning',
      'afternoon',
      'evening',
      'night',
    ])
    expect(at('17:00', '2026-11-25')).toBe('morning')
    expect(daypartOf({ on: today, filters: { daypart: 'night' } }, instantOf(today, '08:00'))).toBe('night')
  })
})
