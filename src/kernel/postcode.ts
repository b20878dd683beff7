/** `pc4` is the neighbourhood ('6811'), `pc6` the street ('6811AB'); both as they are stored, without spaces. */
export type Postcode = { pc4: string; pc6: string }

/** Never issued, because of what they stood for in the war (PostNL). */
const neverIssued = new Set(['SA', 'SD', 'SS'])

/**
 * Reads a Dutch postcode as people write it: in either case, with any spaces within and around. Answers `undefined` for
 * everything that is not one: a first digit 0, the letters SA, SD and SS, or only the four digits.
 */
export function parsePostcode(text: string): Postcode | undefined {
  if (text.length > 20) return undefined
  const [, pc4, letters] = /^([1-9]\d{3})([A-Z]{2})$/.exec(text.replace(/\s/g, '').toUpperCase()) ?? []
  if (!pc4 || !letters || neverIssued.has(letters)) return undefined
  return { pc4, pc6: pc4 + letters }
}

/** Whether a text is the four digits of a Dutch postcode, the way service areas are kept. */
export function isPc4(text: string): boolean {
  return /^[1-9]\d{3}$/.test(text)
}

/** '6811AB' as it is printed: '6811 AB'. What is not six characters long is returned as it is. */
export function formatPostcode(pc6: string): string {
  return pc6.length === 6 ? `${pc6.slice(0, 4)} ${pc6.slice(4)}` : pc6
}
