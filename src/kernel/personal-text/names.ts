import { findKnownNames } from './known-names.ts'
import * as lexicon from './lexicon.ts'
import { gapBetween, isAllCapitals, isCapitalised, type Span, type Word, withoutPossessive } from './words.ts'

/** More words than this in a row are not one name. */
const longestName = 8

/** So many different names are looked for again in the rest of their text; a text with more is a list. */
const mostRepeated = 50

/**
 * The names in a text: those that are known, those after a word that announces one ("mevrouw", "dochter", "heet"), those
 * that start with a first name or an initial, and each of these wherever it stands again with its capital. A title is
 * not part of the span.
 */
export function findNames(text: string, words: readonly Word[], known: readonly string[]): Span<'name'>[] {
  const found = findUnknownNames(text, words)
  const repeated = new Set(found.map(({ from, to }) => text.slice(from, to)).filter((name) => name.length > 2))
  return joinNeighbours(text, [
    ...findKnownNames(text, words, known),
    ...found,
    ...findKnownNames(text, words, [...repeated].slice(0, mostRepeated), { onlyCapitalised: true }),
  ])
}

function findUnknownNames(text: string, words: readonly Word[]): Span<'name'>[] {
  const spans: Span<'name'>[] = []
  for (let place = 0; place < words.length; place += 1) {
    const found = announcedName(text, words, place) ?? plainName(text, words, place)
    const [first, last] = found ? [words[found.from], words[found.to - 1]] : []
    if (!found || !first || !last) continue
    spans.push({ kind: 'name', from: first.from, to: last.to })
    place = found.to - 1
  }
  return spans
}

/** Places in the list of words; `to` is the place after the last one. */
type Run = { from: number; to: number }

function announcedName(text: string, words: readonly Word[], place: number): Run | undefined {
  const word = words[place]
  const next = words[place + 1]
  if (!word || !next) return undefined
  const gap = gapBetween(text, word.to, next.from)
  if (gap === undefined) return undefined
  if (lexicon.shortTitles.has(word.folded) && /^\.?[ \u00a0:]{0,3}$/.test(gap) && gap !== '') {
    return titledName(text, words, place + 1)
  }
  if (lexicon.fullTitles.has(word.folded) && /^:?[ \u00a0]{1,2}$/.test(gap)) return titledName(text, words, place + 1)
  if (lexicon.relations.has(word.folded) && /^[ \u00a0:,("'‘“-]{1,3}$/.test(gap)) return nameAt(text, words, place + 1)
  if (lexicon.farewells.has(word.folded) && /^[\s,.]{1,4}$/.test(gap)) return nameAt(text, words, place + 1)
  if (lexicon.namings.has(word.folded)) return nameAfterFillers(text, words, place + 1)
  return undefined
}

/** "naam: Jansen", "naam van de cliënt is Jansen" */
function nameAfterFillers(text: string, words: readonly Word[], start: number): Run | undefined {
  for (let place = start; place < start + longestName; place += 1) {
    const [before, word] = [words[place - 1], words[place]]
    if (!before || !word || !/^[ \u00a0:.,("-]{1,3}$/.test(gapBetween(text, before.to, word.from) ?? ''))
      return undefined
    const found = nameAt(text, words, place)
    if (found) return found
    if (!lexicon.namingFillers.has(word.folded) && word.folded !== 'de') return undefined
  }
  return undefined
}

/** After a title also a well-known family name without its capital: "mw de vries". */
function titledName(text: string, words: readonly Word[], start: number): Run | undefined {
  return nameAt(text, words, start) ?? lowerCaseName(text, words, start)
}

function lowerCaseName(text: string, words: readonly Word[], start: number): Run | undefined {
  for (let place = start; place < start + 4; place += 1) {
    const word = words[place]
    if (!word || (place > start && !isJoined(text, words, place))) return undefined
    const isBare = place === start
    if (lexicon.familyNames.has(word.folded)) return { from: start, to: place + 1 }
    if (
      lexicon.commonFamilyNames.has(word.folded) &&
      (!isBare || !lexicon.everydayWords.has(word.folded) || isTrade(word))
    )
      return { from: start, to: place + 1 }
    if (!lexicon.particles.has(word.folded)) return undefined
  }
  return undefined
}

/** "mevrouw bakker" is a name more often than not; "mevrouw groot" is not. */
function isTrade(word: Word): boolean {
  return /^(?:bakker|visser|smits?|mulder|boer|koster|kok|kramer|dekker|kuiper|prins|koning|vos|bos)$/.test(word.folded)
}

function plainName(text: string, words: readonly Word[], place: number): Run | undefined {
  const word = words[place]
  if (!word || !isCapitalised(word) || isFollowedByDigit(text, word)) return undefined
  if (isInitial(text, word)) return nameWithInitials(text, words, place)
  const first = word.folded.split('-')[0] ?? ''
  const isOneOf = (names: ReadonlySet<string>) => names.has(first) || names.has(withoutPossessive(first))
  if (isOneOf(lexicon.firstNames)) return nameAt(text, words, place)
  const hasParticle = place > 0 && isJoined(text, words, place) && isParticle(words[place - 1])
  if (!isOneOf(lexicon.familyNames) && !(hasParticle && isOneOf(lexicon.commonFamilyNames))) return undefined
  const run = nameAt(text, words, place)
  return run && withParticlesBefore(text, words, run)
}

/** "van den Berg", seen from "Berg" */
function withParticlesBefore(text: string, words: readonly Word[], run: Run): Run {
  let from = run.from
  while (from > 0 && run.from - from < 3 && isJoined(text, words, from) && isParticle(words[from - 1])) from -= 1
  return { from, to: run.to }
}

function isParticle(word: Word | undefined): boolean {
  return word !== undefined && lexicon.particles.has(word.folded)
}

/** "J. Jansen", "P.J. de Vries", but not "vitamine D. Slaapt goed" and not "N.B. Let op". */
function nameWithInitials(text: string, words: readonly Word[], place: number): Run | undefined {
  const before = words[place - 1]
  if (before && before.to >= (words[place]?.from ?? 0) - 2 && lexicon.sorts.has(before.folded)) return undefined
  if (place > 0 && isInitialBefore(text, words, place)) return undefined
  const run = nameAt(text, words, place)
  const last = run && words[run.to - 1]
  return last && !isInitial(text, last) && last.text.length > 1 ? run : undefined
}

/** In the middle of initials there is no start of a name. */
function isInitialBefore(text: string, words: readonly Word[], place: number): boolean {
  const [before, word] = [words[place - 1], words[place]]
  return before !== undefined && word !== undefined && before.to + 1 === word.from && isInitial(text, before)
}

/** The name that starts at a word: initials, particles and words with a capital; nothing when there is none. */
function nameAt(text: string, words: readonly Word[], start: number): Run | undefined {
  let end = start
  for (let place = start; place < start + longestName; place += 1) {
    const word = words[place]
    if (!word || (place > start && !isJoined(text, words, place))) break
    if (isNamePart(text, word)) {
      end = place + 1
    } else if (!lexicon.particles.has(word.folded) && !isPreposition(words, place)) {
      break
    }
  }
  return end > start ? { from: start, to: end } : undefined
}

function isPreposition(words: readonly Word[], place: number): boolean {
  const [word, next] = [words[place], words[place + 1]]
  return (
    word !== undefined &&
    next !== undefined &&
    lexicon.prepositions.has(word.folded) &&
    lexicon.afterPreposition.has(next.folded)
  )
}

/** Whether a word goes on where the one before it ended: "J." + "Jansen", "Jansen" + "- de Vries". */
function isJoined(text: string, words: readonly Word[], place: number): boolean {
  const [before, word] = [words[place - 1], words[place]]
  if (!before || !word) return false
  const gap = gapBetween(text, before.to, word.from)
  if (gap === undefined) return false
  if (/^[ \u00a0]{1,2}$/.test(gap)) return true
  if (/^\.[ \u00a0]?$/.test(gap)) return isInitial(text, before) || isShortened(before)
  return /^ ?[-–] ?$/.test(gap) && (lexicon.particles.has(word.folded) || isNamePart(text, word))
}

/** "Joh. Jansen", "Chr. de Vries" */
function isShortened(word: Word): boolean {
  return /^(?:joh|chr|th|jac|st|mr|dr|drs|ir|ing|fr|corn|wilh)$/.test(word.folded)
}

function isNamePart(text: string, word: Word): boolean {
  if (!isCapitalised(word) || isFollowedByDigit(text, word)) return false
  if (lexicon.particles.has(word.folded)) return false
  const first = word.folded.split('-')[0] ?? ''
  if (lexicon.notNames.has(first) || lexicon.fullTitles.has(first) || lexicon.shortTitles.has(first)) return false
  if (lexicon.relations.has(first) || lexicon.namings.has(first)) return false
  if (lexicon.notNameEndings.some((ending) => word.folded.endsWith(ending))) return false
  return !isAbbreviation(word)
}

/** Up to four capitals are short for something (ADL, COPD), unless they are a name in capitals (SMIT). */
function isAbbreviation(word: Word): boolean {
  const first = word.text.split('-')[0] ?? ''
  if (!isAllCapitals(first) || first.length > 4) return false
  const folded = word.folded.split('-')[0] ?? ''
  return ![lexicon.commonFamilyNames, lexicon.familyNames, lexicon.firstNames].some((names) => names.has(folded))
}

function isInitial(text: string, word: Word): boolean {
  return /^\p{Lu}$/u.test(word.text) && text.charAt(word.to) === '.'
}

function isFollowedByDigit(text: string, word: Word): boolean {
  return /\d/.test(text.charAt(word.to))
}

/** "Jan" and "Jansen" beside one another are one name. */
function joinNeighbours(text: string, spans: readonly Span<'name'>[]): Span<'name'>[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from || b.to - a.to)
  const joined: Span<'name'>[] = []
  for (const span of sorted) {
    const last = joined.at(-1)
    if (last && (span.from <= last.to || /^[ \u00a0-]{1,2}$/.test(text.slice(last.to, span.from).slice(0, 3)))) {
      last.to = Math.max(last.to, span.to)
    } else {
      joined.push({ ...span })
    }
  }
  return joined
}
