import { isPc4 } from '#kernel/postcode.ts'
import { type CareFound, type CareVocabulary, findCare } from './care-words.ts'
import { type PlacesFound, searchPlaces } from './place-search.ts'
import type { Place } from './places.ts'

/** What somebody asked with the two boxes of the search, made sense of. */
export type Question = {
  /** Four digits that stand in the place box, whether they are of this region or not. */
  pc4?: string
  places: PlacesFound
  care: CareFound
  /** What was typed about care, wherever it was typed; to search again in another neighbourhood. */
  careTyped: string
}

const longest = 100

/**
 * Reads the place box and the care box together, because people put both in one: 'steunkousen Velp', '6811 ab wond'. A postcode wins over
 * a place; words of care that stand in the place box count as care.
 */
export function readQuestion(
  places: readonly Place[],
  vocabulary: CareVocabulary,
  typed: { place: string; care: string },
): Question {
  const place = typed.place.slice(0, longest).trim()
  const careTyped = typed.care.slice(0, longest).trim()
  const { pc4, rest } = splitPostcode(place)
  if (pc4) return { pc4, places: { exact: [], close: [] }, ...careOf(vocabulary, careTyped, rest) }
  const whole = searchPlaces(places, place)
  if (whole.exact.length > 0) return { places: whole, ...careOf(vocabulary, careTyped, '') }
  const split = splitPlace(places, place)
  if (split) return { places: split.found, ...careOf(vocabulary, careTyped, split.rest) }
  const care = careOf(vocabulary, careTyped, place)
  // 'wond' is a word of care and no slip in the name of a place.
  const isCare = careTyped === '' && (care.care.kinds.length > 0 || care.care.otherHelp.length > 0)
  return { places: isCare ? { exact: [], close: [] } : whole, ...(isCare ? care : careOf(vocabulary, careTyped, '')) }
}

function careOf(vocabulary: CareVocabulary, own: string, elsewhere: string): Pick<Question, 'care' | 'careTyped'> {
  const careTyped = own === '' ? elsewhere : own
  return { careTyped, care: findCare(vocabulary, careTyped) }
}

/** The four digits of a postcode, with what stands around it and its letters. */
function splitPostcode(text: string): { pc4?: string; rest: string } {
  const [found = '', digits = ''] = /(?<!\d)(\d{4})(?!\d)(?:\s*[A-Za-z]{2}(?![A-Za-z]))?/.exec(text) ?? []
  return isPc4(digits) ? { pc4: digits, rest: text.replace(found, ' ').trim() } : { rest: text }
}

/** A place at the begin or the end of a text that says more: 'wondzorg in Velp'. */
function splitPlace(places: readonly Place[], text: string): { found: PlacesFound; rest: string } | undefined {
  const words = text.split(/\s+/)
  for (let length = words.length - 1; length > 0; length -= 1) {
    for (const [place, rest] of [
      [words.slice(-length), words.slice(0, -length)],
      [words.slice(0, length), words.slice(length)],
    ] as const) {
      const found = searchPlaces(places, place.join(' '))
      if (found.exact.length > 0) return { found, rest: rest.join(' ') }
    }
  }
  return undefined
}
