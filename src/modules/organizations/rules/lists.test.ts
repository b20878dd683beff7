import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAreas, splitList, writeAreas } from './lists.ts'

describe('postcode areas as people type them', () => {
  test.each([
    ['6811', ['6811']],
    ['6811, 6812;6814\n6815', ['6811', '6812', '6814', '6815']],
    ['6821-6823 6811', ['6811', '6821', '6822', '6823']],
    ['6821 t/m 6822', ['6821', '6822']],
    ['6811 6811', ['6811']],
    ['', []],
  ])('%j is read', (text, pc4s) => {
    expect(readAreas(text)).toEqual({ pc4s, unreadable: [] })
  })

  test('what cannot be read is said, not skipped', () => {
    expect(readAreas('6811 Arnhem 0999 6815-6811 1000-9999')).toEqual({
      pc4s: ['6811'],
      unreadable: ['Arnhem', '0999', '6815-6811', '1000-9999'],
    })
  })

  test('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 6500, max: 6999 }), { maxLength: 40 }), (numbers) => {
        const pc4s = numbers.map(String).sort()
        expect(readAreas(writeAreas(pc4s))).toEqual({ pc4s, unreadable: [] })
      }),
    )
  })
})

test('a list is split at commas and lines, each item once', () => {
  expect(splitList('islamitisch, protestants;\nislamitisch,, ')).toEqual(['islamitisch', 'protestants'])
})
