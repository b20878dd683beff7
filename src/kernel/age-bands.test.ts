import { describe, expect, test } from 'vitest'
import { ageBandOf, ageBands } from './age-bands.ts'

describe('the age band of a card', () => {
  test.each([
    ['2026-11-22', '0-17'],
    ['2008-11-23', '0-17'],
    ['2008-11-22', '18-64'],
    ['1961-11-23', '18-64'],
    ['1961-11-22', '65-74'],
    ['1951-11-23', '65-74'],
    ['1951-11-22', '75-84'],
    ['1941-11-23', '75-84'],
    ['1941-11-22', '85-94'],
    ['1931-11-23', '85-94'],
    ['1931-11-22', '95+'],
    ['1912-01-01', '95+'],
  ])('of who was born on %s is %s', (birthDate, band) => {
    expect(ageBandOf(birthDate, '2026-11-22')).toBe(band)
  })

  test('covers every age once, in order', () => {
    const found = Array.from({ length: 121 }, (_, age) => ageBandOf(`${2026 - age}-01-01`, '2026-11-22'))
    expect([...new Set(found)]).toEqual([...ageBands])
    expect(found).toEqual([...found].sort((a, b) => ageBands.indexOf(a) - ageBands.indexOf(b)))
  })

  test('is not asked of a birth that is still to come', () => {
    expect(() => ageBandOf('2026-11-23', '2026-11-22')).toThrow(RangeError)
  })
})
