/** The number of a care organisation in a national register, URA or AGB: eight digits, blanks and dots between them forgiven. */
export function parseRegisterNumber(text: string): string | undefined {
  const digits = text.replace(/[\s.]/g, '')
  return /^\d{8}$/.test(digits) ? digits : undefined
}

/** A spreadsheet takes the number for an amount and drops the zeros before it: we do not guess how many there were. */
export const uraWrong = 'Een URA-nummer heeft acht cijfers, ook als het met een 0 begint'
export const agbCodeWrong = 'Een AGB-code heeft acht cijfers, ook als die met een 0 begint'
