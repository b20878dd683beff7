/** Reads a list that was typed with commas, semicolons, line breaks or spaces in between; each item once. */
export function splitList(text: string, between: RegExp = /[,;\n]/): string[] {
  return [
    ...new Set(
      text
        .split(between)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
  ]
}

/**
 * Reads postcode areas as people type them: `6811, 6812 6821-6825`. Answers what could not be read as well, so that the page
 * can say which.
 */
export function readAreas(text: string): { pc4s: string[]; unreadable: string[] } {
  const pc4s = new Set<string>()
  const unreadable: string[] = []
  const items = text
    .replace(/(\d{4})\s*(?:-|–|t\/m|tot en met)\s*(\d{4})/g, '$1-$2')
    .split(/[,;\s]+/)
    .filter((item) => item !== '')
  for (const item of items) {
    const [, from = '', to = from] = /^([1-9]\d{3})(?:-([1-9]\d{3}))?$/.exec(item) ?? []
    const length = Number(to) - Number(from)
    if (from === '' || length < 0 || length > 500) unreadable.push(item)
    else for (let pc4 = Number(from); pc4 <= Number(to); pc4 += 1) pc4s.add(String(pc4))
  }
  return { pc4s: [...pc4s].sort(), unreadable: [...new Set(unreadable)] }
}

/** Writes areas so that a person can read them: runs as `6821-6825`. */
export function writeAreas(pc4s: readonly string[]): string {
  const numbers = [...new Set(pc4s.map(Number))].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}-${to}`))
    .join(', ')
}
