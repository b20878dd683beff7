import { everydayWords, particles } from './lexicon.ts'
import { fold, gapBetween, isCapitalised, type Span, type Word, withoutPossessive, wordsOf } from './words.ts'

/** A part of a known name with what stands before it: ['van', 'der', 'meer'], ["o'brien"]. */
type Unit = { words: readonly string[]; isEveryday: boolean }

/**
 * Every place where a part of a known name stands, in any case and with or without its accents. A part that is an
 * everyday word as well ("Meer", "Wil") counts with a capital, or behind its own particles ("van der meer"). Initials do
 * not count, a name of one letter does.
 *
 * @param onlyCapitalised whether every part counts with a capital only
 */
export function findKnownNames(
  text: string,
  words: readonly Word[],
  names: readonly string[],
  { onlyCapitalised = false } = {},
): Span<'name'>[] {
  const units = unitsOf(names, onlyCapitalised)
  if (units.size === 0) return []
  const pieces = words.flatMap(piecesOf)
  return pieces.flatMap((piece, place) => {
    const candidates = [...(units.get(piece.folded) ?? []), ...(units.get(withoutPossessive(piece.folded)) ?? [])]
    const ends = candidates.map((unit) => endOf(text, pieces, place, unit)).filter((end) => end !== undefined)
    return ends.length > 0 ? [{ kind: 'name' as const, from: piece.from, to: Math.max(...ends) }] : []
  })
}

function endOf(text: string, pieces: readonly Word[], start: number, unit: Unit): number | undefined {
  const first = pieces[start]
  if (!first || (unit.isEveryday && unit.words.length === 1 && !isCapitalised(first))) return undefined
  let end = first.to
  for (let place = 1; place < unit.words.length; place += 1) {
    const piece = pieces[start + place]
    if (!piece || !/^[ \u00a0-]{1,2}$/.test(gapBetween(text, end, piece.from) ?? '')) return undefined
    if (piece.folded !== unit.words[place] && withoutPossessive(piece.folded) !== unit.words[place]) return undefined
    end = piece.to
  }
  return end
}

function unitsOf(names: readonly string[], onlyCapitalised: boolean): Map<string, Unit[]> {
  const units = new Map<string, Unit[]>()
  const add = (words: readonly string[], isEveryday: boolean) => {
    const [first] = words
    if (first) units.set(first, [...(units.get(first) ?? []), { words, isEveryday }])
  }
  for (const name of names) {
    let before: string[] = []
    for (const { folded, isOnly } of partsOf(name)) {
      if (particles.has(folded) && !isOnly) {
        before.push(folded)
        continue
      }
      // Of a name that is nothing but a letter, or an everyday word, the capital is all there is to know it by.
      const isEveryday = onlyCapitalised || folded.length === 1 || everydayWords.has(folded) || particles.has(folded)
      if (folded.length > 1 || isOnly) add([folded], isEveryday)
      if (before.length > 0) add([...before, folded], false)
      before = []
    }
  }
  return units
}

function partsOf(name: string): { folded: string; isOnly: boolean }[] {
  const parts = wordsOf(name)
    .flatMap(piecesOf)
    .map((piece) => piece.folded)
  return parts.map((folded) => ({ folded, isOnly: parts.length === 1 }))
}

/** The two sides of a hyphen are looked at one by one. */
function piecesOf(word: Word): Word[] {
  if (!/[-\u2010\u2011]/.test(word.text)) return [word]
  let from = word.from
  return word.text.split(/[-\u2010\u2011]/).map((text) => {
    const piece = { text, folded: fold(text), from, to: from + text.length }
    from = piece.to + 1
    return piece
  })
}
