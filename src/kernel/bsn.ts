const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/**
 * Whether a text is a possible citizen service number: nine digits that pass the eleven test (*elfproef*) with the
 * weights 9, 8, 7, 6, 5, 4, 3, 2 and -1 (Logisch Ontwerp BSN). Nine zeros pass the sum but are no number of anyone.
 * It says nothing about whether the number was ever issued.
 */
export function isBsn(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text[place]), 0)
  return sum % 11 === 0
}

/** Whether it is one of the numbers kept apart for testing: they start with 9999 and belong to nobody. */
export function isTestBsn(text: string): boolean {
  return text.startsWith('9999') && isBsn(text)
}

/**
 * Reads a citizen service number as people write it: with spaces, dots or dashes, and with the leading zero left out.
 * Answers the nine digits, or `undefined`.
 */
export function parseBsn(text: string): string | undefined {
  if (text.length > 30) return undefined
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d{8,9}$/.test(digits)) return undefined
  const bsn = digits.padStart(9, '0')
  return isBsn(bsn) ? bsn : undefined
}
