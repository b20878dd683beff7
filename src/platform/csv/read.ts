import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { FormReader } from '#platform/http/form-reader.ts'
import { bareCell, isFormula } from './cells.ts'
import { decodeText, type Encoding, type NoText } from './decode.ts'
import type { CsvFormat } from './format.ts'
import { type Header, readHeader } from './header.ts'

/** What is wrong: of the file as a whole when it has no line, of a whole line when it has no column. */
export type CsvFault = { line?: number; column?: string; message: string }

export type CsvRows<Row> = {
  /** The rows that could be read, with the line of the file on which each begins. */
  rows: { line: number; value: Row }[]
  /** The first of what is wrong; `wrong` counts all of it. */
  faults: CsvFault[]
  wrong: number
  /** What the file turned out to be. */
  separator: string
  encoding: Encoding
  /** Columns that say nothing here and are not read. */
  ignored: string[]
  /** The fields that the file has a column for; of the others it says nothing. */
  present: ReadonlySet<keyof Row>
}

/** A page that lists more than this helps nobody: who mends the first hundred sends the file again. */
const mostFaults = 100
/** After this many rows others get a turn. */
const turn = 500
const piece = 32_768
/** A quote that is never closed would take the rest of the file for one cell. */
const longestRow = 100_000

/**
 * Reads a CSV file as people's spreadsheets make it: any of the usual separators and encodings. Never throws for what is in the
 * file; every line that is not right is told with its number, as a spreadsheet counts lines.
 */
export async function readCsv<Row>(bytes: Buffer, format: CsvFormat<Row>): Promise<CsvRows<Row>> {
  const answer: CsvRows<Row> = {
    rows: [],
    faults: [],
    wrong: 0,
    separator: ';',
    encoding: 'utf-8',
    ignored: [],
    present: new Set(),
  }
  const refuse = (fault: CsvFault): void => {
    answer.wrong += 1
    // What is wrong with the whole file comes first, however many lines were wrong before it was found.
    if (fault.line === undefined) answer.faults.unshift(fault)
    else if (answer.faults.length < mostFaults) answer.faults.push(fault)
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) {
    refuse({ message: noText[decoded.refusal] })
    return answer
  }
  const { text, encoding } = decoded.value
  const header = readHeader(text, format.columns)
  const present = new Set([...header.places.keys()].map(({ key }) => key))
  Object.assign(answer, { encoding, separator: header.separator, ignored: header.ignored, present })
  for (const message of header.wrong) refuse({ message })
  if (header.wrong.length > 0) return answer
  try {
    await readRows(text, header, format, answer.rows, refuse)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // What follows an open quote cannot be told apart any more.
    refuse({ line: lineOf(error), message: 'Vanaf deze regel is een aanhalingsteken (") niet gesloten' })
  }
  if (answer.rows.length === 0 && answer.wrong === 0) refuse({ message: 'Onder de eerste regel staat niets' })
  return answer
}

async function readRows<Row>(
  text: string,
  header: Header<Row>,
  format: CsvFormat<Row>,
  rows: CsvRows<Row>['rows'],
  refuse: (fault: CsvFault) => void,
): Promise<void> {
  const parser = Readable.from(piecesOf(text, header.length)).pipe(
    parse({
      delimiter: header.separator,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
    }),
  )
  const seen = new Map<string, number>()
  let count = 0
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (record.every((cell) => cell.trim() === '')) continue
    count += 1
    if (count % turn === 0) await nextTurn()
    if (count > format.maxRows) {
      refuse({ message: tooMany(format.maxRows) })
      break
    }
    const inside = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
    const line = header.lines + info.lines - inside
    const row = readRow(record, header, format, (fault) => refuse({ line, ...fault }))
    if (row === undefined) continue
    const same = format.identity?.(row.value)
    const before = same === undefined ? undefined : seen.get(same)
    if (before !== undefined) refuse({ line, message: `Dit staat ook al op regel ${before}` })
    else rows.push({ line, value: row.value })
    if (same !== undefined && before === undefined) seen.set(same, line)
  }
}

/** In pieces: a parser that gets the whole file at once keeps everyone else waiting. */
function* piecesOf(text: string, from: number): Generator<string> {
  for (let place = from; place < text.length; place += piece) yield text.slice(place, place + piece)
}

function readRow<Row>(
  record: string[],
  { places, width }: Header<Row>,
  format: CsvFormat<Row>,
  refuse: (fault: CsvFault) => void,
): { value: Row } | undefined {
  if (record.slice(width).some((cell) => cell.trim() !== '')) {
    refuse({ message: `Deze regel heeft ${record.length} cellen; de eerste regel heeft er ${width}` })
    return undefined
  }
  const cells: Record<string, string> = {}
  let right = true
  for (const [column, place] of places) {
    const cell = record[place] ?? ''
    if (isFormula(cell)) {
      right = false
      refuse({ column: column.header, message: 'Hier staat een formule. Zet er gewone tekst neer.' })
    }
    cells[column.key] = bareCell(cell)
  }
  if (!right) return undefined
  const reader = new FormReader(cells)
  const value = format.read(reader)
  for (const [key, message] of Object.entries(reader.errors)) {
    refuse({ column: format.columns.find((column) => column.key === key)?.header, message })
  }
  return reader.ok ? { value } : undefined
}

const noText: Record<NoText, string> = {
  empty: 'Dit bestand is leeg',
  spreadsheet: 'Dit is een werkblad, geen CSV-bestand. Bewaar het in uw rekenprogramma als ‘CSV UTF-8’ en stuur dat.',
  'no-text': 'Dit is geen tekstbestand. Bewaar het in uw rekenprogramma als ‘CSV UTF-8’ en stuur dat.',
}

function tooMany(most: number): string {
  const words = most.toLocaleString('nl-NL')
  return `Dit bestand heeft meer dan ${words} regels. Verdeel het over bestanden van ${words} regels of minder.`
}

function lineOf(error: CsvError): number | undefined {
  const { lines } = error as unknown as { lines?: unknown }
  return typeof lines === 'number' ? lines : undefined
}
