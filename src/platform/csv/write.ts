import { guardCell } from './cells.ts'

/**
 * One line of a CSV file as spreadsheets of Dutch machines open it: semicolons, every cell in quotes. A cell that a
 * spreadsheet could take for a formula (also written full-width, or behind a blank) gets an apostrophe before it.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value)
  return `"${guardCell(text).replaceAll('"', '""')}"`
}

/** Tells a spreadsheet that the file is in UTF-8. */
export const csvStart = '\ufeff'
