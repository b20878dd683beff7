import { notNames, particles } from './lexicon.ts'
import { gapBetween, isCapitalised, type Span, type Word } from './words.ts'

/** Ends of street names that hardly end another word: recognised in small letters too. */
const clearEndings = 'straat straatje laan plein gracht singel kade dreef plantsoen steeg boulevard weg'.split(' ')
/** Ends of street names that end other words as well: only with a capital. */
const otherEndings =
  'dijk hof park pad akker veld erf baan ring wal haven markt brink oord dal berg hoek bos horst weide vaart donk hage gaard gaarde oever zoom burg kamp stede tuin werf heuvel meent einde poort brug molen hove beek broek kwartier allee passage eng enk duin rade heide wold woud zijde burcht velden hoeve weerd'.split(
    ' ',
  )
const notStreets = new Set(
  'weg luchtweg luchtwegen onderweg urineweg galweg omweg snelweg terugweg heenweg uitweg halverweg zorgtraject gezichtsveld werkveld incontinentiebroek onderbroek ziekenhof'.split(
    ' ',
  ),
)
const wholeStreets = new Set('markt singel plein kade brink gracht dorpsstraat'.split(' '))
/** 'Laan van Meerdervoort', 'Weg naar Rhijnauwen' */
const beginnings = new Set('laan weg plein kade dijk hof park singel gracht markt straat hoek'.split(' '))
const afterBeginning = new Set('van naar der de den het tot op'.split(' '))
const dwellings = new Set(
  'woont wonend wonende woonachtig adres woonadres bezoekadres verblijft verhuisd verhuist'.split(' '),
)
const betweenDwelling = new Set('aan op in naar is de het te nu bij'.split(' '))

/** '12', ' 12a', ' 12-3', ' 12 bis', ', nr. 12' */
const houseNumber =
  /[ \u00a0,]{1,2}(?:nr\.? ?|nummer |huisnummer )?(\d{1,4})(?![\d:])(?:[ -]?(?:bis|hs|zw|rd|rood|zwart|[a-wyz])(?![\p{L}\d])|-\d{1,4}(?![\d-]))?/iuy
/** What makes a number an amount, a time or a date instead of a house. */
const amount =
  /^[ \u00a0]?(?:[x×]|(?:keer|maal|mg|ml|mcg|cm|mm|km|kg|gram|gr|meter|m|uur|u|min|minuten|dagen|dgn|dag|weken|wkn|maanden|mnd|jaar|jr|%|°|graden|liter|l|personen|per|pd|dd|daags|e|ste|de|treden|stappen|[-/.,]\d)(?!\p{L}))/iu
const postcodeBehind = /[ \u00a0,]{1,3}[1-9]\d{3}[ \u00a0]{0,2}[A-Za-z]{2}(?![\p{L}\d])/uy

/**
 * Streets with a house number, and the postcode right behind them whatever its letters spell. A street is known by its
 * ending, by "Laan van …", or by the words before it ("woont aan De Zandheuvel 12").
 */
export function findAddresses(text: string, words: readonly Word[]): Span<'address' | 'postcode'>[] {
  return words.flatMap((word, place) => {
    const house = houseBehind(text, word)
    const from = house && startOfStreet(text, words, place)
    return house && from !== undefined ? addressOf(text, word, from, house) : []
  })
}

/** Where the street starts whose last word stands at a place; nothing when it is no street. */
function startOfStreet(text: string, words: readonly Word[], place: number): number | undefined {
  const word = words[place]
  if (!word) return undefined
  const first = firstOfStreet(text, words, place)
  const isStreet =
    hasStreetEnding(word, first === place) ||
    beginsAsStreet(words, first, place) ||
    isDwelling(text, words, first, place)
  return isStreet ? words[first]?.from : undefined
}

/** By itself only what is a whole address in some village: 'Markt 12', but not the family names 'Bos' and 'Berg'. */
function hasStreetEnding(word: Word, isBare: boolean): boolean {
  const isCapital = isCapitalised(word)
  if (notStreets.has(word.folded)) return isCapital && !isBare
  if (hasClearEnding(word)) return true
  if (!isCapital) return false
  if (isBare && wholeStreets.has(word.folded)) return true
  return [...clearEndings, ...otherEndings].some(
    (ending) => word.folded.endsWith(ending) && (!isBare || word.folded.length > ending.length + 1),
  )
}

function hasClearEnding(word: Word): boolean {
  return clearEndings.some((ending) => word.folded.endsWith(ending) && word.folded.length > ending.length + 1)
}

function beginsAsStreet(words: readonly Word[], first: number, last: number): boolean {
  const [start, second] = [words[first], words[first + 1]]
  return (
    last - first >= 2 &&
    start !== undefined &&
    second !== undefined &&
    beginnings.has(start.folded) &&
    afterBeginning.has(second.folded)
  )
}

/** A name of any form that follows on "woont aan" or "adres:". */
function isDwelling(text: string, words: readonly Word[], first: number, last: number): boolean {
  const word = words[last]
  if (!word || !isCapitalised(word)) return false
  for (let place = first - 1; place >= Math.max(0, first - 4); place -= 1) {
    const [before, next] = [words[place], words[place + 1]]
    if (!before || !next || !/^[ \u00a0:]{1,3}$/.test(gapBetween(text, before.to, next.from) ?? '')) return false
    if (dwellings.has(before.folded)) return true
    if (!betweenDwelling.has(before.folded)) return false
  }
  return false
}

/** Back over 'Korte', 'Burgemeester van', 'Laan van', to the first word with a capital. */
function firstOfStreet(text: string, words: readonly Word[], last: number): number {
  let first = last
  for (let place = last - 1; place >= Math.max(0, last - 6); place -= 1) {
    const [before, next] = [words[place], words[place + 1]]
    if (!before || !next || !/^(?:[ \u00a0]{1,2}|\. ?)$/.test(gapBetween(text, before.to, next.from) ?? '')) break
    if (isCapitalised(before) && !notNames.has(before.folded)) first = place
    else if (!particles.has(before.folded) && !afterBeginning.has(before.folded)) break
  }
  return first
}

type House = { to: number; isYear: boolean }

/** The house number right behind a word, unless it is an amount of something. */
function houseBehind(text: string, word: Word): House | undefined {
  houseNumber.lastIndex = word.to
  const found = houseNumber.exec(text)
  if (!found) return undefined
  const to = word.to + found[0].length
  if (amount.test(text.slice(to, to + 12))) return undefined
  return { to, isYear: /^(?:19|20)\d\d$/.test(found[1] ?? '') }
}

function addressOf(text: string, street: Word, from: number, house: House): Span<'address' | 'postcode'>[] {
  if (house.isYear && !hasClearEnding(street)) return []
  const address = { kind: 'address' as const, from, to: house.to }
  postcodeBehind.lastIndex = house.to
  const behind = postcodeBehind.exec(text)?.[0]
  if (!behind) return [address]
  const start = house.to + behind.search(/\d/)
  return [address, { kind: 'postcode', from: start, to: house.to + behind.length }]
}
