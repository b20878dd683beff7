/**
 * What a spreadsheet could take for a formula: it begins with a sign that starts one, perhaps full-width or behind a blank.
 * Written, such a cell gets an apostrophe before it; read, the apostrophe goes off again.
 */
const formulaStart = /^[\s\p{C}]*[=+\-@|\uff1d\uff0b\uff0d\uff20\uff5c\u2212]|^[\s\p{C}]/u
const number = /^[+\-\u2212][\d\s.,()/-]*$/

/** As it is written in a file. */
export function guardCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

/** As it was meant by who wrote the file. */
export function bareCell(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** A formula that somebody left in the file; a telephone number or a number below zero is none. */
export function isFormula(cell: string): boolean {
  const text = cell.trim()
  return text.length > 1 && formulaStart.test(text) && !number.test(text)
}
