import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePhone } from '#kernel/phone.ts'
import { type CsvFormat, writeCsv } from './format.ts'
import { readCsv } from './read.ts'

type Person = { name: string; phone: string; remark: string }
const people: CsvFormat<Person> = {
  columns: [
    { key: 'name', header: 'Naam', required: true, write: (row) => row.name },
    { key: 'phone', header: 'Telefoon', also: ['tel'], required: true, write: (row) => row.phone },
    { key: 'remark', header: 'Opmerking', write: (row) => row.remark },
  ],
  read: (cells) => ({
    name: cells.line('name', { required: 'Vul de naam in', max: 20 }) ?? '',
    phone: cells.parsed('phone', parsePhone, 'Vul een telefoonnummer in') ?? '',
    remark: cells.text('remark', { max: 200 }) ?? '',
  }),
  identity: (row) => row.name,
  maxRows: 1000,
}
const read = (text: string | Buffer) => readCsv(Buffer.from(text as string), people)
const names = async (text: string | Buffer) => (await read(text)).rows.map(({ value }) => value.name)

describe('a file as people send it', () => {
  test.each([
    ['semicolons', 'Naam;Telefoon\nÉlise;0261234567\n', ';'],
    ['commas', 'Naam,Telefoon\r\nÉlise,0261234567\r\n', ','],
    ['tabs', 'Naam\tTelefoon\rÉlise\t0261234567', '\t'],
    ['the mark of UTF-8', '\ufeffNaam;Telefoon\nÉlise;0261234567', ';'],
    ['a hint for a spreadsheet', 'sep=,\r\nNaam,Telefoon\nÉlise,0261234567', ','],
    ['empty lines and columns in another order', '\n\nTEL;opmerking; naam \n\n0261234567;;Élise;;\n;;\n', ';'],
  ])('with %s is read', async (_what, text, separator) => {
    const answer = await read(text)
    expect(answer.faults).toEqual([])
    expect(answer).toMatchObject({ separator, rows: [{ value: { name: 'Élise', phone: '+31261234567' } }] })
  })

  test.each([
    ['windows-1252', Buffer.from([...'Naam;Telefoon\n\xc9lise;0261234567'].map((c) => c.charCodeAt(0)))],
    ['utf-16', Buffer.from('\ufeffNaam;Telefoon\nÉlise;0261234567', 'utf16le')],
    ['utf-16', Buffer.from('\ufeffNaam;Telefoon\nÉlise;0261234567', 'utf16le').swap16()],
  ])('in %s is read', async (encoding, bytes) => {
    expect(await read(bytes)).toMatchObject({ encoding, faults: [], rows: [{ value: { name: 'Élise' } }] })
  })

  test('tells which columns it did not read', async () => {
    expect((await read('Naam;Telefoon;Schoenmaat\nA;0261234567;43')).ignored).toEqual(['Schoenmaat'])
  })

  test('keeps line breaks and separators inside quotes, and counts lines as a spreadsheet does', async () => {
    const { rows, faults } = await read('Naam;Telefoon;Opmerking\nA;0261234567;"een;\ntwee\r\ndrie"\n\nB;x;\n')
    expect(rows).toEqual([{ line: 2, value: { name: 'A', phone: '+31261234567', remark: 'een;\ntwee\ndrie' } }])
    expect(faults).toEqual([{ line: 6, column: 'Telefoon', message: 'Vul een telefoonnummer in' }])
  })
})

describe('what is wrong is told', () => {
  test.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'leeg'],
    ['blanks', ' \n \n', 'leeg'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), 'werkblad'],
    ['a picture', Buffer.from([0x89, 0x50, 0, 0, 1]), 'geen tekstbestand'],
    ['a header alone', 'Naam;Telefoon\n', 'staat niets'],
    ['no header', 'A;0261234567\n', 'Geen daarvan staat er'],
    ['a missing column', 'Naam;Opmerking\nA;b\n', 'De kolom ‘Telefoon’ ontbreekt'],
    ['a column twice', 'Naam;naam;Telefoon\nA;B;0261234567\n', 'staat er twee keer in'],
  ])('of %s as a whole', async (_what, text, message) => {
    const { rows, faults } = await read(text)
    expect(rows).toEqual([])
    expect(faults).toHaveLength(1)
    expect(faults[0]?.line).toBeUndefined()
    expect(faults[0]?.message).toContain(message)
  })

  test.each([
    ['a formula', '=HYPERLINK("http://x");0261234567', 'Naam', 'formule'],
    ['a formula of a command', '"@SUM(1)";0261234567', 'Naam', 'formule'],
    ['a full-width formula', '＝1+1;0261234567', 'Naam', 'formule'],
    ['a sum', '-1+cmd|x;0261234567', 'Naam', 'formule'],
    ['too much text', `${'x'.repeat(30)};0261234567`, 'Naam', '30 tekens'],
    ['an unseen character', 'A\u202eB;0261234567', 'Naam', 'niet kunnen lezen'],
    ['nothing where something must be', ';0261234567', 'Naam', 'Vul de naam in'],
    ['cells too many', 'A;0261234567;;;b', undefined, '5 cellen'],
    ['the same once more', 'Anna;0261234567', undefined, 'regel 2'],
  ])('of %s, with its line', async (_what, line, column, message) => {
    const { rows, faults, wrong } = await read(`Naam;Telefoon\nAnna;0261234567\n${line}`)
    expect(rows.map(({ value }) => value.name)).toEqual(['Anna'])
    expect(wrong).toBe(1)
    expect(faults[0]).toMatchObject({ line: 3, ...(column ? { column } : {}) })
    expect(faults[0]?.message).toContain(message)
  })

  test('of a quote that is never closed, with the line on which it opens', async () => {
    const { faults } = await read('Naam;Telefoon\nAnna;0261234567\n"A;0261234567\nB;1\n')
    expect(faults).toEqual([{ line: 3, message: expect.stringContaining('aanhalingsteken') }])
  })

  test('a telephone number and a number below zero are no formulas', async () => {
    expect(await names('Naam;Telefoon\nA;+31 26 123 45 67\n-5;026-1234567')).toEqual(['A', '-5'])
  })

  test('what is wrong a thousand times is counted, not listed', async () => {
    const { faults, wrong } = await read(`Naam;Telefoon\n${'A;x\n'.repeat(900)}`)
    expect([faults.length, wrong]).toEqual([100, 900])
  })

  test('a file of 100,000 lines gets an answer, and others their turn meanwhile', async () => {
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    })
    const { faults } = await read(`Naam;Telefoon\n${'A;x\n'.repeat(100_000)}`)
    clearInterval(timer)
    expect(faults[0]?.message).toContain('meer dan 1.000 regels')
    expect(turns).toBeGreaterThan(0)
  })
})

test('what an export wrote, an import reads', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 18 }).filter((text) => {
    // What a form refuses, an export never holds; an apostrophe before a formula is taken for the export's own.
    return text.length <= 20 && text === text.trim() && !/[\p{C}\u2028\u2029]/u.test(text) && !text.startsWith("'")
  })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(
        cell.filter((text) => text !== ''),
        { minLength: 1, maxLength: 5 },
      ),
      cell,
      async (all, remark) => {
        const rows = all.map((name) => ({ name, phone: '+31261234567', remark }))
        const answer = await read(writeCsv(people, rows))
        expect(answer.faults).toEqual([])
        expect(answer.rows.map(({ value }) => value)).toEqual(rows)
      },
    ),
  )
})
