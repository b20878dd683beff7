import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPostcode, isPc4, parsePostcode } from './postcode.ts'

describe('a postcode', () => {
  test.each(['6811AB', '6811ab', '6811 AB', '6811  ab', ' 6811 aB ', '68 11 A B', '6811\u00a0AB', '6811\tAB'])(
    'is read from %j',
    (text) => {
      expect(parsePostcode(text)).toEqual({ pc4: '6811', pc6: '6811AB' })
    },
  )

  test.each([
    ['nothing', ''],
    ['only the four digits', '6811'],
    ['only letters', 'AB'],
    ['a first digit 0', '0811 AB'],
    ['three digits', '681 AB'],
    ['five digits', '68111 AB'],
    ['one letter', '6811 A'],
    ['three letters', '6811 ABC'],
    ['a dash', '6811-AB'],
    ['a letter with an accent', '6811 ÄB'],
    ['a letter that becomes two capitals', '6811 ß'],
    ['digits of another script', '٦٨١١ AB'],
    ['a place behind it', '6811 AB Arnhem'],
    ['a very long text', `6811${' '.repeat(1_000_000)}AB`],
  ])('is not read from %s', (_, text) => {
    expect(parsePostcode(text)).toBeUndefined()
  })

  test.each(['SA', 'SD', 'SS'])('never has the letters %s', (letters) => {
    expect(parsePostcode(`6811 ${letters}`)).toBeUndefined()
    expect(parsePostcode(`6811 ${letters.toLowerCase()}`)).toBeUndefined()
  })

  test('is read back as it was printed', () => {
    const letter = fc.constantFrom(...'ABCDEFGHJKLMNPRTUVWXYZ')
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), letter, letter, (digits, first, second) => {
        const pc6 = `${digits}${first}${second}`
        expect(parsePostcode(formatPostcode(pc6))).toEqual({ pc4: String(digits), pc6 })
      }),
    )
  })

  test('is printed with a space', () => {
    expect(formatPostcode('6811AB')).toBe('6811 AB')
    expect(formatPostcode('6811')).toBe('6811')
  })
})

test('a neighbourhood is four digits of which the first is not 0', () => {
  expect(['1000', '6811', '9999'].every(isPc4)).toBe(true)
  expect(['0999', '681', '68111', '6811AB', ' 6811', '6811\n', ''].some(isPc4)).toBe(false)
})
