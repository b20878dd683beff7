import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBsn, isTestBsn, parseBsn } from './bsn.ts'

/** All BSNs have such a start; about one in eleven starts has no last digit. */
const bsn = fc
  .integer({ min: 1, max: 99_999_999 })
  .map((start) => String(start).padStart(8, '0'))
  .map((start) => ({ start, last: lastDigitOf(start) }))
  .filter(({ last }) => last < 10)
  .map(({ start, last }) => `${start}${last}`)

/** Another way to the same rule: the last digit is the rest of the weighted sum of the others. */
function lastDigitOf(start: string): number {
  let sum = 0
  for (let place = 0; place < 8; place += 1) sum += (9 - place) * Number(start[place])
  return sum % 11
}

describe('the eleven test', () => {
  test.each(['111222333', '123456782', '999990019', '010000008', '999999990'])('accepts %s', (text) => {
    expect(isBsn(text)).toBe(true)
  })

  test.each([
    ['nine zeros', '000000000'],
    ['a wrong last digit', '123456783'],
    ['eight digits', '12345678'],
    ['ten digits', '1234567820'],
    ['spaces', '123 456 782'],
    ['a letter', '12345678a'],
    ['digits of another script', '١٢٣٤٥٦٧٨٢'],
    ['a line break behind it', '123456782\n'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(isBsn(text)).toBe(false)
  })

  test('accepts every start with its own last digit', () => {
    fc.assert(fc.property(bsn, (text) => isBsn(text)))
  })

  test('refuses every single wrong digit', () => {
    fc.assert(
      fc.property(bsn, fc.nat(8), fc.integer({ min: 1, max: 9 }), (text, place, step) => {
        const wrong = (Number(text[place]) + step) % 10
        expect(isBsn(text.slice(0, place) + wrong + text.slice(place + 1))).toBe(false)
      }),
    )
  })

  test('refuses every swap of two different neighbours', () => {
    fc.assert(
      fc.property(bsn, fc.nat(7), (text, place) => {
        fc.pre(text[place] !== text[place + 1])
        const swapped = text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2)
        expect(isBsn(swapped)).toBe(false)
      }),
    )
  })
})

describe('a test number', () => {
  test('starts with 9999 and passes the eleven test', () => {
    expect(isTestBsn('999990019')).toBe(true)
    expect(isTestBsn('999990018')).toBe(false)
    expect(isTestBsn('123456782')).toBe(false)
    expect(isTestBsn('9999')).toBe(false)
  })
})

describe('a number as people write it', () => {
  test.each([
    ['123456782', '123456782'],
    [' 123 456 782 ', '123456782'],
    ['1234.56.782', '123456782'],
    ['123-456-782', '123456782'],
    ['10000008', '010000008'],
  ])('%j is read as %s', (text, expected) => {
    expect(parseBsn(text)).toBe(expected)
  })

  test.each(['', '0', '123456783', '00000000', '1234567', 'BSN 123456782', `123456782${' '.repeat(1_000_000)}`])(
    'a text that is none is refused (%#)',
    (text) => {
      expect(parseBsn(text)).toBeUndefined()
    },
  )
})
