import { isBsn } from '../bsn.ts'
import type { Span } from './words.ts'

const between = '[ \\u00a0.()/\\u2010-\\u2015-]{0,3}'

/** '+31 6 12345678', '0031 (0)26-123 45 67' */
const withCountryCode = new RegExp(
  `(?<![\\d+])(?:\\+|00) ?31(?:${between}0)?${between}[1-9](?:${between}\\d){8}(?!\\d)`,
  'g',
)
/** '06-12345678', '(026) 123 45 67', '0313 12 34 56' */
const national = new RegExp(`(?<![\\d+])\\(?0[1-9](?:${between}\\d){8}(?!\\d)`, 'g')
/** '+49 30 123456' */
const foreign = new RegExp(`(?<![\\d+])(?:\\+|00)(?!31)[1-9]\\d(?:${between}\\d){5,12}(?!\\d)`, 'g')
/** '6-12345678', with the 0 left out */
const withoutZero = /(?<![\d.,])6[ -]\d{8}(?!\d)/g
/** 'tel: 123 45 67' */
const announcedPhone =
  /(?<![\p{L}\d])(?:tel|telefoon|telnr|telefoonnr|telefoonnummer|mobiel|mobielnummer|mob|gsm)(?![\p{L}])[^\d\n\]]{0,15}(\d(?:[ .-]{0,2}\d){5,9})(?!\d)/giu

/** '123456782', '123 456 782', '1234.56.782', '123.456.782' */
const bsn = /(?<![\d+]|\d[.,-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?![\d]|[.,-]\d)/g
const announcedBsn =
  /(?<![\p{L}\d])(?:bsn|burger ?service ?nummer|burgerservicenr|sofi-?nummer|sofi)(?:-?nummer|-?nr)?(?!\p{L})[^\d\n\]]{0,12}(\d(?:[ .-]{0,2}\d){7,8})(?!\d)/giu

const postcode = /(?<![\p{L}\d]|\d[.,])([1-9]\d{3})([ \u00a0]{0,2})([A-Za-z]{2})(?![\p{L}\d])/gu
const units = new Set('ie iu eh mg ml kg cm mm cc km ug px gr dl cl kj hz db mb gb pk st sa sd ss'.split(' '))
const littleWords = new Set(
  'is in en op de te of om al na we ze hij er ik ja je of en uw wij zo nu of tot als dan die dit met per van uur aan via bij zij door was met pm am va zn vd'
    .split(' ')
    .filter((word) => word.length === 2),
)
/** Behind a year: a heart attack of 2019 is not a street in Haarlem. */
const findings = new Set('ct mi mr dm af ok ha ra ms cp ap ic tm cz lo oh pt og'.split(' '))

/** Phone numbers of people: Dutch in all their notations, foreign with their country code. 0800, 0900 and 112 are not. */
export function findPhones(text: string): Span<'phone'>[] {
  const plain = [withCountryCode, foreign, withoutZero].flatMap((pattern) => matchesOf(text, pattern))
  const dutch = matchesOf(text, national).filter(({ from, to }) => isDialled(text.slice(from, to)))
  const announced = groupsOf(text, announcedPhone).filter(({ from, to }) => !/^0[89]00/.test(text.slice(from, to)))
  return [...plain, ...dutch, ...announced].map(({ from, to }) => ({
    kind: 'phone',
    from: afterBracket(text, from, to),
    to,
  }))
}

/** '(026) 123 45 67' starts with its bracket, '(06 12 34 56 78)' within it. */
function afterBracket(text: string, from: number, to: number): number {
  return text.charAt(from) === '(' && !text.slice(from, to).includes(')') ? from + 1 : from
}

/** Numbers that pass the eleven test, and any of eight or nine digits behind the word. */
export function findBsns(text: string): Span<'bsn'>[] {
  const valid = matchesOf(text, bsn).filter(({ from, to }) => isBsn(text.slice(from, to).replace(/\D/g, '')))
  return [...valid, ...groupsOf(text, announcedBsn)].map(({ from, to }) => ({ kind: 'bsn', from, to }))
}

/** Mail addresses, looked at from each @ outwards. */
export function findEmails(text: string): Span<'email'>[] {
  const spans: Span<'email'>[] = []
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = /[\p{L}\d._%+'-]{1,64}$/u.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^[.'-]+/, '')
    const domain = /^[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/u.exec(text.slice(at + 1, at + 255))?.[0]
    if (local && domain) spans.push({ kind: 'email', from: at - local.length, to: at + 1 + domain.length })
  }
  return spans
}

/** Full postcodes; four digits alone may be shown. */
export function findPostcodes(text: string): Span<'postcode'>[] {
  const spans: Span<'postcode'>[] = []
  for (const match of text.matchAll(postcode)) {
    const [whole, digits = '', space = '', letters = ''] = match
    if (isPostcode(Number(digits), space, letters)) {
      spans.push({ kind: 'postcode', from: match.index, to: match.index + whole.length })
    }
  }
  return spans
}

function isPostcode(digits: number, space: string, letters: string): boolean {
  const folded = letters.toLowerCase()
  if (units.has(folded)) return false
  if (space === '') return true
  const isYear = digits >= 1900 && digits < 2040
  if (littleWords.has(folded)) return letters === letters.toUpperCase() && !isYear
  return !(isYear && findings.has(folded))
}

/** Ten digits with a 0 can also be a date and a time, or a row of numbers. */
function isDialled(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  if (/^0[89]00/.test(digits)) return false
  const groups = text.split(/\D+/).filter((group) => group.length > 0)
  if (groups.length > 6 || isDate(text)) return false
  const first = groups[0]?.length ?? 0
  return digits.startsWith('06') ? first >= 2 : first === 3 || first === 4 || first === 10
}

/** '06-08-2026 14', '06-08-26 14 00' */
function isDate(text: string): boolean {
  return /^[0-3]?\d([-/.])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d(?!\d)|\d\d )/.test(text)
}

type Place = { from: number; to: number }

function matchesOf(text: string, pattern: RegExp): Place[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: whole }) => ({ from: index, to: index + whole.length }))
}

/** As `matchesOf`, of the part in brackets, which ends the pattern and is no date. */
function groupsOf(text: string, pattern: RegExp): Place[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: whole, 1: group = '' }) => ({
    from: index + whole.length - group.length,
    to: index + whole.length,
  })).filter(({ from, to }) => !isDate(text.slice(from, to)))
}
