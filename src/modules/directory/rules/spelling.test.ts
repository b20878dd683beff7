import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain, slipsBetween, slipsForgiven, slugOf } from './spelling.ts'

test.each([
  ['Café ’t Hoekje', 'cafe t hoekje'],
  ['  VELP ', 'velp'],
  ['Łódź-Straße', 'lodz strasse'],
  ['مستشفى', 'مستشفى'],
  ['--', ''],
])('%j is plainly %j', (text, wanted) => {
  expect(plain(text)).toBe(wanted)
})

test("an address keeps letters and digits: ’s-Heerenberg is 's-heerenberg'", () => {
  expect(slugOf('’s-Heerenberg')).toBe('s-heerenberg')
})

describe('slips of the hand', () => {
  test.each([
    ['velp', 'velp', 0],
    ['velp', 'vlep', 1],
    ['oosterbeek', 'osterbek', 2],
    ['arnhem', 'arnhm', 1],
    ['arnhem', 'arnhemm', 1],
    ['arnhem', 'arnxem', 1],
    ['arnhem', 'zutphen', 3],
    ['', 'ab', 2],
  ])('between %j and %j are %i', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips)
  })

  test('are as many one way as the other, and none between a word and itself', () => {
    const word = fc.string({ minLength: 0, maxLength: 12 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
        expect(slipsBetween(one, other, most)).toBe(slipsBetween(other, one, most))
        expect(slipsBetween(one, one, most)).toBe(0)
        expect(slipsBetween(one, other, most)).toBeLessThanOrEqual(most + 1)
      }),
    )
  })

  test('one letter changed is one slip, wherever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/), fc.nat(), (word, at) => {
        const place = at % word.length
        expect(slipsBetween(word, `${word.slice(0, place)}#${word.slice(place + 1)}`, 2)).toBe(1)
        expect(slipsBetween(word, word.slice(0, place) + word.slice(place + 1), 2)).toBe(1)
      }),
    )
  })

  test('are not forgiven in a short word', () => {
    expect([3, 4, 7, 8, 20].map(slipsForgiven)).toEqual([0, 1, 1, 2, 2])
  })
})
