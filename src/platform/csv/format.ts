import type { FormReader } from '#platform/http/form-reader.ts'
import { csvLine, csvStart } from './write.ts'

export type CsvColumn<Row> = {
  /** The name by which the reader of a row asks for the cell: that of the row's own field. */
  key: keyof Row & string
  /** What stands above it in the file. Read without regard to capitals, accents, spaces and punctuation. */
  header: string
  /** Other names under which it is taken as well. */
  also?: readonly string[]
  /** Without this column the file is refused. */
  required?: boolean
  /** What stands in the cell of this row in an export. */
  write(row: Row): string | number | null | undefined
}

/**
 * What a file of one kind looks like: written by an export, read by an import, so that what came out goes in again. A row is
 * read with the same `FormReader` as a form, with the same words for what is wrong.
 */
export type CsvFormat<Row> = {
  columns: readonly CsvColumn<Row>[]
  /** Asks the cells of one row by key; refuses what is not right. What it answers counts only when nothing was refused. */
  read(cells: FormReader): Row
  /** What makes two lines of a file speak of the same thing; the second one is refused. */
  identity?(row: Row): string
  /** More rows than this are refused with a sentence that says so. */
  maxRows: number
}

/** The whole file, for a browser to keep. */
export function writeCsv<Row>({ columns }: Pick<CsvFormat<Row>, 'columns'>, rows: readonly Row[]): string {
  const lines = rows.map((row) => csvLine(columns.map((column) => column.write(row))))
  return csvStart + csvLine(columns.map(({ header }) => header)) + lines.join('')
}

/** Headers that make a browser keep the file instead of showing it. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
  }
}
