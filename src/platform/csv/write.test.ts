import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from './write.ts'

describe('a line of CSV', () => {
  test('puts every cell in quotes', () => {
    expect(csvLine(['Ada', 'zegt "ja"; en\nnee', 7, null])).toBe('"Ada";"zegt ""ja""; en\nnee";"7";""\r\n')
  })

  test.each([
    '=1+1',
    '+31',
    '-1',
    '@sum',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '|cmd',
    '｜x',
    '\u0000=1',
    '\ufeff=1',
  ])('keeps a spreadsheet from reading %j as a formula', (cell) => {
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`)
  })

  test('holds as many cells as were given, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
        const line = csvLine(cells)
        const read = [...line.matchAll(/"((?:[^"]|"")*)"(?:;|\r\n$)/g)].map(([, cell]) => cell?.replaceAll('""', '"'))
        expect(read.map((cell, place) => (cell === cells[place] ? cell : cell?.slice(1)))).toEqual(cells)
      }),
    )
  })
})
