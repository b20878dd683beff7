import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText, isPersonName } from './text.ts'

const realNames = [
  "'t Hooft",
  '’t Hooft',
  'Ng',
  'Y',
  'Ø',
  'Łukasz',
  'Ærø',
  "van der Meer-O'Brien",
  'De Vries - van den Berg',
  'Ÿvonne',
  'Zoë',
  'Zoe\u0308',
  'Şükrü Çelik',
  'Nguyễn Thị Ánh',
  'Jean-Louis d’Ormesson',
  'J.P. van Oldenbarnevelt',
  'Martin Luther King, Jr.',
  'Josep Pujol i Soley·la',
  'Kahananuiʻolaokalani',
  'Мария Иванова',
  'محمد',
  '李',
  'さくら',
  'می\u200cنا',
  'IJsbrand',
  'Ĳsbrand',
  'Anne\u00a0Marie',
  'ß',
]

/** Written as numbers: these cannot be seen in an editor either. */
const unreadable: [string, string][] = [
  ['NUL', '\u0000'],
  ['bell', '\u0007'],
  ['escape', '\u001b'],
  ['delete', '\u007f'],
  ['a C1 control', '\u0085'],
  ['Arabic letter mark', '\u061c'],
  ['left-to-right mark', '\u200e'],
  ['right-to-left mark', '\u200f'],
  ['left-to-right embedding', '\u202a'],
  ['right-to-left override', '\u202e'],
  ['left-to-right isolate', '\u2066'],
  ['pop directional isolate', '\u2069'],
  ['a lone high surrogate', '\ud83d'],
  ['a lone low surrogate', '\ude00'],
]

describe('a line of text', () => {
  test.each(realNames)('keeps %s to the letter', (name) => {
    expect(cleanLine(name)).toBe(name)
    expect(cleanLine(`  ${name}\t\n`)).toBe(name)
  })

  test.each(unreadable)('is refused with %s in it', (_, character) => {
    expect(cleanLine(`Jan${character}sen`)).toBeUndefined()
    expect(cleanLine(`${character}Jansen`)).toBeUndefined()
    expect(cleanLine(`Jansen${character}`)).toBeUndefined()
    expect(cleanText(`Jan${character}sen`)).toBeUndefined()
  })

  test.each(['\n', '\r\n', '\t', '\u2028', '\u2029', '\v', '\f'])(
    'is refused with a line break in it (%j)',
    (character) => {
      expect(cleanLine(`Jan${character}Jansen`)).toBeUndefined()
    },
  )

  test('may be empty', () => {
    expect(cleanLine('')).toBe('')
    expect(cleanLine('  \n ')).toBe('')
  })

  test('keeps characters outside the basic plane', () => {
    expect(cleanLine('𠮷野 👩🏽‍⚕️')).toBe('𠮷野 👩🏽‍⚕️')
  })

  test('is what it was, without the white space around it, or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanLine(text)
        expect(cleaned === undefined || cleaned === text.trim()).toBe(true)
      }),
    )
  })

  test('that was cleaned stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanText(text)
        if (cleaned !== undefined) expect(cleanText(cleaned)).toBe(cleaned)
      }),
    )
  })
})

describe('text of several lines', () => {
  test('keeps its lines and tabs', () => {
    expect(cleanText(' eerste\n\n\ttweede \n')).toBe('eerste\n\n\ttweede')
  })

  test('has one character for a line break, however it was sent', () => {
    expect(cleanText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
  })

  test('may hold a line separator that was pasted from a word processor', () => {
    expect(cleanText('a\u2028b')).toBe('a\u2028b')
  })
})

describe('the name of a person', () => {
  test.each(realNames)('can be %s', (name) => {
    expect(isPersonName(name)).toBe(true)
  })

  test.each([
    '',
    ' ',
    '-',
    "'",
    '.',
    '7',
    'Jan 2',
    'J4n',
    '<b>Jan</b>',
    '{{naam}}',
    'Jan; drop table',
    'jan@example.nl',
    'http://jan.nl',
    'Jan\nJansen',
    'Jan\u202eJansen',
    'Jan\u0000',
    'Jan_Jansen',
    'Jan=1',
    '"Jan"',
    '😀 Jan',
  ])('cannot be %j', (text) => {
    expect(isPersonName(text)).toBe(false)
  })

  test('has at most 200 characters', () => {
    expect(isPersonName('a'.repeat(200))).toBe(true)
    expect(isPersonName('a'.repeat(201))).toBe(false)
  })
})

describe('a megabyte', () => {
  const megabyte = 1_000_000

  test('of letters is kept', () => {
    const text = 'é'.repeat(megabyte)
    expect(cleanLine(text)).toBe(text)
    expect(cleanText(text)).toBe(text)
  })

  test('of white space within a line is kept, around it taken away', () => {
    const space = ' '.repeat(megabyte)
    expect(cleanLine(`a${space}b`)).toHaveLength(megabyte + 2)
    expect(cleanText(`${space}a${space}`)).toBe('a')
  })

  test('with the fault in its last character is refused', () => {
    expect(cleanText(`${'\r\n'.repeat(megabyte)}a\u0000`)).toBeUndefined()
    expect(isPersonName(`${'a '.repeat(megabyte)}<`)).toBe(false)
  })
})
