import type { FormReader } from '#platform/http/form-reader.ts'

/** Between the words of one cell: a comma stands in too many words. */
const between = ' | '

/** Several codes in one cell, in the words that people know them by. */
export function writeWords<Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>): string {
  return codes.map((code) => words[code] ?? code).join(between)
}

/** Reads them back: without regard to capitals, by the words, by the abbreviation behind them, or by the code itself. */
export function readWords<Code extends string>(
  cells: FormReader,
  key: string,
  words: Readonly<Record<Code, string>>,
): Code[] {
  const known = codesOf(words)
  const items = (cells.text(key, { max: 2000 }) ?? '').split(/[|;\n]/).filter((item) => item.trim() !== '')
  const strange = items.filter((item) => !known.has(bare(item)))
  if (strange.length > 0) cells.refuse(key, `${strangeText(strange, Object.values(words))} Zet er | tussen.`)
  const found = new Set(items.map((item) => known.get(bare(item))))
  return (Object.keys(words) as Code[]).filter((code) => found.has(code))
}

/** The same for a cell that holds one; `required` is the message when it is empty. */
export function readWord<Code extends string>(
  cells: FormReader,
  key: string,
  words: Readonly<Record<Code, string>>,
  wanted: { required?: string } = {},
): Code | undefined {
  const word = cells.line(key, wanted)
  if (word === undefined) return undefined
  const found = codesOf(words).get(bare(word))
  return found ?? cells.refuse(key, strangeText([word], Object.values(words)))
}

function codesOf<Code extends string>(words: Readonly<Record<Code, string>>): Map<string, Code> {
  const known = new Map<string, Code>()
  for (const [code, text] of Object.entries(words) as [Code, string][]) {
    for (const name of [code, text, ...abbreviationsIn(text)]) known.set(bare(name), code)
  }
  return known
}

export function writeYes(yes: boolean): string {
  return yes ? 'ja' : 'nee'
}

/** An empty cell says `otherwise`. */
export function readYes(cells: FormReader, key: string, otherwise: boolean): boolean {
  const word = cells.line(key)?.toLowerCase()
  if (word === undefined) return otherwise
  if (['ja', 'j', 'x', '1', 'waar', 'yes', 'true'].includes(word)) return true
  if (!['nee', 'n', '0', 'onwaar', 'no', 'false'].includes(word)) cells.refuse(key, 'Vul ja of nee in')
  return false
}

function strangeText(strange: readonly string[], words: readonly string[]): string {
  const named = strange.slice(0, 3).map((item) => `‘${item.trim().slice(0, 40)}’`)
  return `Dit kennen wij niet: ${named.join(', ')}. Kies uit: ${words.join('; ')}.`
}

function abbreviationsIn(text: string): string[] {
  return [...text.matchAll(/\(([^)]+)\)/g)].map(([, inside]) => inside ?? '')
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
