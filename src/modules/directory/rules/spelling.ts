/** A text without accents, capitals and signs: 'Café ’t Hoekje' is 'cafe t hoekje'. Letters of every script stay. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** How a name stands in an address: 'Zorggroep ’s-Heerenberg' is 'zorggroep-s-heerenberg'. */
export function slugOf(text: string): string {
  return plain(text).replace(/ /g, '-')
}

/**
 * How many slips of the hand lie between two words: a letter left out, put in, changed, or swapped with its neighbour (optimal string
 * alignment). Answers `most + 1` as soon as it is more than that.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[] as number[], b.map((_, column) => column + 1)]
  last.unshift(0)
  for (const [row, letter] of a.entries()) {
    const line = [row + 1]
    for (const [column, wanted] of b.entries()) {
      const changed = last[column]! + (letter === wanted ? 0 : 1)
      const swapped =
        row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === wanted
          ? before[column - 1]! + 1
          : Number.POSITIVE_INFINITY
      line.push(Math.min(changed, swapped, last[column + 1]! + 1, line[column]! + 1))
    }
    if (Math.min(...line) > most) return most + 1
    ;[before, last] = [last, line]
  }
  return Math.min(last.at(-1)!, most + 1)
}

/** How many slips a word of this length forgives: none in a short one, where another word is near too soon. */
export function slipsForgiven(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}
