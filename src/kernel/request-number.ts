import type { Language } from './languages.ts'

/**
 * The number a request is known by on the phone and on paper. It is a name, not a key: it opens nothing by itself.
 *
 * The characters leave out whatever is mistaken for another on paper or in speech: 0 O, 1 I L, 5 S, 2 Z, 8 B, U V.
 * That leaves 23, a prime, and that is what makes the check character work: each place has a weight of its own and none is
 * a multiple of 23, so every single wrong character and every swap of two characters changes the sum.
 */
const alphabet = '34679ACDEFGHJKMNPQRTWXY'
const length = 8
/** The last one is 1, so the check character is simply what is missing from the sum. */
const weights = [8, 7, 6, 5, 4, 3, 2, 1]

const spokenInDutch: Record<string, string> = {
  3: 'drie',
  4: 'vier',
  6: 'zes',
  7: 'zeven',
  9: 'negen',
  A: 'Anna',
  C: 'Cornelis',
  D: 'Dirk',
  E: 'Eduard',
  F: 'Ferdinand',
  G: 'Gerard',
  H: 'Hendrik',
  J: 'Johan',
  K: 'Karel',
  M: 'Maria',
  N: 'Nico',
  P: 'Pieter',
  Q: 'Quotiënt',
  R: 'Rudolf',
  T: 'Teunis',
  W: 'Willem',
  X: 'Xantippe',
  Y: 'Ypsilon',
}

/** The desk that listens is Dutch: the international alphabet is the one that both know. */
const spokenInEnglish: Record<string, string> = {
  3: 'three',
  4: 'four',
  6: 'six',
  7: 'seven',
  9: 'nine',
  A: 'Alfa',
  C: 'Charlie',
  D: 'Delta',
  E: 'Echo',
  F: 'Foxtrot',
  G: 'Golf',
  H: 'Hotel',
  J: 'Juliett',
  K: 'Kilo',
  M: 'Mike',
  N: 'November',
  P: 'Papa',
  Q: 'Quebec',
  R: 'Romeo',
  T: 'Tango',
  W: 'Whiskey',
  X: 'X-ray',
  Y: 'Yankee',
}

const spoken: Record<Language, Record<string, string>> = { nl: spokenInDutch, en: spokenInEnglish }

/**
 * A new number: seven random characters and their check character, such as 'K7MPX4TD'. Two calls may give the same one
 * (1 in 3.4 billion): the database refuses the second.
 *
 * @param random as `Math.random`: at least 0, less than 1
 */
export function newRequestNumber(random: () => number): string {
  const values = Array.from({ length: length - 1 }, () => Math.floor(random() * alphabet.length))
  const missing = (alphabet.length - weightedSum(values)) % alphabet.length
  return [...values, missing].map((value) => alphabet[value]).join('')
}

/** Whether a text is a number exactly as it is stored: eight capitals and digits of which the last one checks. */
export function isRequestNumber(text: string): boolean {
  if (text.length !== length) return false
  const values = [...text].map((character) => alphabet.indexOf(character))
  return values.every((value) => value >= 0) && weightedSum(values) === 0
}

/** Reads a number as people type it, in either case and with spaces and dashes; `undefined` when it cannot be right. */
export function parseRequestNumber(text: string): string | undefined {
  if (text.length > 40) return undefined
  const number = text.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase()
  return isRequestNumber(number) ? number : undefined
}

/** 'K7MPX4TD' as it is shown: 'K7MP-X4TD'. */
export function formatRequestNumber(number: string): string {
  return `${number.slice(0, 4)}-${number.slice(4)}`
}

/** How a number is read out: 'Karel, zeven, Maria, Pieter, Xantippe, vier, Teunis, Dirk', or 'Kilo, seven, Mike …' in English. */
export function speakRequestNumber(number: string, language: Language = 'nl'): string {
  return [...number].map((character) => spoken[language][character] ?? character).join(', ')
}

function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0) % alphabet.length
}
