import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isId, newId } from './ids.ts'

describe('a new id', () => {
  test('is a UUID of version 7 and of the RFC variant', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('starts with the moment in milliseconds', () => {
    // The example of RFC 9562, appendix A.6.
    expect(newId(new Date('2022-02-22T19:22:22Z')).slice(0, 13)).toBe('017f22e2-79b0')
  })

  test('sorts by the moment it was made', () => {
    const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        fc.pre(a !== b)
        expect(newId(new Date(a)) < newId(new Date(b))).toBe(a < b)
      }),
    )
  })

  test('sorts in the order of making within one millisecond', () => {
    const at = new Date('2026-11-22T10:00:01Z')
    const made = Array.from({ length: 2_000 }, () => newId(at))
    expect([...made].sort()).toEqual(made)
  })

  test('is never given twice, not even within one millisecond', () => {
    const at = new Date('2026-11-22T10:00:00Z')
    expect(new Set(Array.from({ length: 10_000 }, () => newId(at))).size).toBe(10_000)
  })

  test('is not made of a moment before 1970', () => {
    expect(() => newId(new Date(-1))).toThrow(RangeError)
    expect(() => newId(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('whether a text is an id', () => {
  test.each(['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', '919108F7-52D1-4320-9BAC-F847DB4148A8', newId()])(
    '%s is',
    (text) => {
      expect(isId(text)).toBe(true)
    },
  )

  test.each([
    '',
    'nieuw',
    '017f22e279b07cc398c4dc0c0c07398f',
    '{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398g',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n',
    ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  ])('%j is not', (text) => {
    expect(isId(text)).toBe(false)
  })
})
