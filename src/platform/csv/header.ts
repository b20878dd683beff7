import { parse } from 'csv-parse/sync'
import type { CsvColumn } from './format.ts'

/** What the first line says: which column stands where, and by what cells are kept apart. */
export type Header<Row> = {
  separator: string
  places: Map<CsvColumn<Row>, number>
  /** How many cells a row has. */
  width: number
  /** Columns that mean nothing here. */
  ignored: string[]
  wrong: string[]
  /** Characters up to the first row, and the lines they stand on. */
  length: number
  lines: number
}

const separators = [';', ',', '\t', '|'] as const

/** Reads the first line with each separator, and keeps the one under which most columns are known. */
export function readHeader<Row>(text: string, columns: readonly CsvColumn<Row>[]): Header<Row> {
  // A hint that some spreadsheets write for themselves.
  const hint = /^sep=.\n/.exec(text)
  const start = hint ? hint[0].length : 0
  const first = /^[^\n]*(?:\n|$)/.exec(text.slice(start).replace(/^\n+/, ''))?.[0] ?? ''
  const before = text.indexOf(first, start)
  const candidates = separators.map((separator) => understand(first, separator, columns))
  const best = candidates.reduce((one, other) => (other.places.size > one.places.size ? other : one))
  const length = before + first.length
  return { ...best, length, lines: text.slice(0, length).split('\n').length - 1 }
}

function understand<Row>(
  line: string,
  separator: string,
  columns: readonly CsvColumn<Row>[],
): Omit<Header<Row>, 'length' | 'lines'> {
  const names = cellsOf(line, separator)
  const places = new Map<CsvColumn<Row>, number>()
  const twice: string[] = []
  const ignored: string[] = []
  for (const [place, name] of names.entries()) {
    if (name.trim() === '') continue
    const column = columns.find(({ header, also = [] }) =>
      [header, ...also].some((known) => bare(known) === bare(name)),
    )
    if (!column) ignored.push(name.trim().slice(0, 40))
    else if (places.has(column)) twice.push(column.header)
    else places.set(column, place)
  }
  const missing = columns.filter((column) => column.required && !places.has(column)).map(({ header }) => header)
  const wrong = [
    ...(missing.length > 0 ? [missingText(missing, places.size, columns)] : []),
    ...twice.map((name) => `De kolom ‘${name}’ staat er twee keer in`),
  ]
  return { separator, places, width: names.length, ignored, wrong }
}

function missingText<Row>(missing: readonly string[], known: number, columns: readonly CsvColumn<Row>[]): string {
  if (known === 0) {
    const expected = columns.map(({ header }) => header).join(', ')
    return `Op de eerste regel staan de namen van de kolommen: ${expected}. Geen daarvan staat er.`
  }
  return missing.length === 1
    ? `De kolom ‘${missing[0]}’ ontbreekt`
    : `Deze kolommen ontbreken: ${missing.map((name) => `‘${name}’`).join(', ')}`
}

function cellsOf(line: string, separator: string): string[] {
  const [cells = []] = parse(line, {
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    to: 1,
    skip_records_with_error: true,
  }) as string[][]
  return cells
}

/** 'E-mail', 'e mail' and 'EMAIL' are one column. */
function bare(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
