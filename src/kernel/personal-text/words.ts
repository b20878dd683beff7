/**
 * A word of a text and where it stands. Apostrophes and hyphens within it belong to it ("O'Brien", 'Jansen-de'), full
 * stops and digits do not.
 */
export type Word = {
  text: string
  /** In lower case, without accents, with one kind of apostrophe: to compare with. */
  folded: string
  from: number
  to: number
}

/** What can say who someone is. */
export type PersonalKind = 'name' | 'phone' | 'bsn' | 'email' | 'postcode' | 'address' | 'birth-date'

/** A piece of text that says who someone is. `to` is the place after its last character. */
export type Span<Kind extends PersonalKind = PersonalKind> = { kind: Kind; from: number; to: number }

/** An apostrophe before a word belongs to it in "'t", "'s" and "'n" only; else it is a quotation mark. */
const wordPattern = /(?:['’‘`](?=[tsn](?!\p{L})))?\p{L}[\p{L}\p{M}'’‘`ʼ\u2010\u2011-]*/giu

/** All words of a text in order, in time that grows with its length. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => {
    const word = withoutTail(match[0])
    return { text: word, folded: fold(word), from: match.index, to: match.index + word.length }
  })
}

/** Letters that Unicode does not see as a letter with a mark. */
const plainLetters: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ĳ: 'ij' }

/** A word for comparing: 'Zoë', 'ZOE' and 'zoe' are one. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  // Most words have nothing to fold, and this is asked of every word.
  if (/^[a-z]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđıßæœĳ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[’‘`ʼ]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
}

/** "anna's" and "jansens" are about Anna and Jansen. */
export function withoutPossessive(folded: string): string {
  return folded.replace(/'?s$/, '')
}

/** Whether it starts with a capital, or with a letter of a script that has none. */
export function isCapitalised(word: Word): boolean {
  return /^['’‘`]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word.text)
}

/** Whether it is written in capitals only, two or more. */
export function isAllCapitals(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
}

/** What stands between two places, when that is short; of more it only matters that it is more. */
export function gapBetween(text: string, from: number, to: number): string | undefined {
  return to - from <= 4 ? text.slice(from, to) : undefined
}

/** A word can end on hyphens and apostrophes that belong to the sentence. */
function withoutTail(word: string): string {
  let end = word.length
  while (end > 1 && /['’‘`ʼ\u2010\u2011-]/.test(word.charAt(end - 1))) end -= 1
  return word.slice(0, end)
}
