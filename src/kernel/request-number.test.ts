import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageCodes } from './languages.ts'
import {
  formatRequestNumber,
  isRequestNumber,
  newRequestNumber,
  parseRequestNumber,
  speakRequestNumber,
} from './request-number.ts'

const characters = '34679ACDEFGHJKMNPQRTWXY'
const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const number = fc.array(fraction, { minLength: 7, maxLength: 7 }).map((draws) => {
  const left = [...draws]
  return newRequestNumber(() => left.pop() ?? 0)
})

describe('a request number', () => {
  test('has eight characters that are not mistaken for one another, and checks', () => {
    fc.assert(
      fc.property(number, (text) => {
        expect(text).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{8}$/)
        expect(text).not.toMatch(/[0O1IL5S2Z8BUV]/)
        expect(isRequestNumber(text)).toBe(true)
      }),
    )
  })

  test('can start with every character', () => {
    const firsts = [...characters].map((_, place) => newRequestNumber(() => (place + 0.5) / 23)[0])
    expect(firsts).toEqual([...characters])
  })

  test('is refused with any one character replaced by any other', () => {
    fc.assert(
      fc.property(number, (text) => {
        for (let place = 0; place < 8; place += 1) {
          for (const other of characters) {
            if (other === text[place]) continue
            const wrong = text.slice(0, place) + other + text.slice(place + 1)
            expect(isRequestNumber(wrong), `${text} became ${wrong}`).toBe(false)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  test('is refused with any two neighbours swapped', () => {
    fc.assert(
      fc.property(number, (text) => {
        for (let place = 0; place < 7; place += 1) {
          if (text[place] === text[place + 1]) continue
          const swapped = text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2)
          expect(isRequestNumber(swapped), `${text} became ${swapped}`).toBe(false)
        }
      }),
    )
  })

  test('is refused when one character is left out or doubled', () => {
    fc.assert(
      fc.property(number, fc.nat(7), (text, place) => {
        expect(isRequestNumber(text.slice(0, place) + text.slice(place + 1))).toBe(false)
        expect(isRequestNumber(text.slice(0, place) + text[place] + text.slice(place))).toBe(false)
      }),
    )
  })

  test('is read from how it is shown and from how people type it', () => {
    fc.assert(
      fc.property(number, (text) => {
        expect(parseRequestNumber(formatRequestNumber(text))).toBe(text)
        expect(parseRequestNumber(text.toLowerCase())).toBe(text)
        expect(parseRequestNumber(` ${[...text].join(' ')}\n`)).toBe(text)
        expect(parseRequestNumber(`${text.slice(0, 4)} – ${text.slice(4)}`)).toBe(text)
      }),
    )
  })

  test.each(['', '-', 'KKKK', '33333334', 'OOOOOOOO', '3333 3333 3', '3'.repeat(1_000_000)])(
    'is not read from a text that cannot be right (%#)',
    (text) => {
      expect(parseRequestNumber(text)).toBeUndefined()
    },
  )

  test('is shown in two groups of four', () => {
    expect(formatRequestNumber('YGEAPJAE')).toBe('YGEA-PJAE')
  })

  test('is read out in the Dutch spelling alphabet', () => {
    expect(speakRequestNumber('YGEAPJAE')).toBe('Ypsilon, Gerard, Eduard, Anna, Pieter, Johan, Anna, Eduard')
    expect(speakRequestNumber('34679CDF')).toBe('drie, vier, zes, zeven, negen, Cornelis, Dirk, Ferdinand')
  })

  test('is read out in English in the alphabet that a Dutch desk knows too', () => {
    expect(speakRequestNumber('34679CDF', 'en')).toBe('three, four, six, seven, nine, Charlie, Delta, Foxtrot')
  })

  test.each(languageCodes)('has a spoken word for every character in %s', (language) => {
    const words = speakRequestNumber(characters, language).split(', ')
    expect(new Set(words).size).toBe(23)
    expect(words.every((word) => word.length > 1)).toBe(true)
  })
})
