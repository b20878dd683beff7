import { findAddresses } from './personal-text/addresses.ts'
import { findBirthDates } from './personal-text/dates.ts'
import { findNames } from './personal-text/names.ts'
import { findBsns, findEmails, findPhones, findPostcodes } from './personal-text/numbers.ts'
import { type PersonalKind, type Span, wordsOf } from './personal-text/words.ts'
import { personalText } from './text.nl.ts'

export type { PersonalKind }

/** A piece of a text, from the place of its first character to the place after its last. */
export type PersonalSpan = Span<PersonalKind>

/** What is known already: the names of the client and of who asks for them. */
export type Known = { names?: readonly string[] }

/**
 * The pieces of a Dutch text that can say who someone is, in order and without overlap.
 *
 * It is a net with holes: it finds what people mostly write (see the table in its test), and always the names that are
 * given along. It is there to warn a writer and to cover a card, next to a form that asks for identity elsewhere; it
 * does not make a text anonymous. Ordinary care text stays as it is: "3x per week", "Parkinson", the date of discharge.
 * Its work grows with the length of the text and no faster, whatever the text is.
 */
export function findPersonal(text: string, known: Known = {}): PersonalSpan[] {
  const words = wordsOf(text)
  const spans: PersonalSpan[] = [
    ...findEmails(text),
    ...findBsns(text),
    ...findPhones(text),
    ...findBirthDates(text),
    ...findAddresses(text, words),
    ...findPostcodes(text),
    ...findNames(text, words, known.names ?? []),
  ]
  return withoutOverlap(spans)
}

/** The text with each personal piece replaced by what it is, such as '[naam]', and which kinds those were. */
export function withoutPersonal(text: string, known: Known = {}): { text: string; found: PersonalKind[] } {
  const spans = findPersonal(text, known)
  let place = 0
  let kept = ''
  for (const { kind, from, to } of spans) {
    kept += `${text.slice(place, from)}[${personalText[kind]}]`
    place = to
  }
  return { text: kept + text.slice(place), found: [...new Set(spans.map(({ kind }) => kind))] }
}

/** Where two overlap they become one, of the kind that was looked for first: nothing that either found is left over. */
function withoutOverlap(spans: readonly PersonalSpan[]): PersonalSpan[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const apart: PersonalSpan[] = []
  for (const span of sorted) {
    const last = apart.at(-1)
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to)
    else apart.push({ ...span })
  }
  return apart
}
