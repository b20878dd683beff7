import type { Span } from './words.ts'

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
const shortMonths = 'jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec'

/** '12-3-1941', '12/03/41', '12.3.1941', '12 - 3 - 1941' */
const inNumbers = /(?<![\d.,/-])(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?![\d]|[.,/-]\d)/g
/** '12 maart 1941', "12 mrt. '41", '12 maart' */
const inWords = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:e|ste|de)?[ \\u00a0-]{1,2}(?:${months}|${shortMonths})(?![\\p{L}])\\.?(?:[ ,\\u00a0-]{1,2}['’]?(\\d{4}|\\d{2})(?!\\d))?`,
  'giu',
)
/** '1941-03-12' */
const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g
/** '12031941', and '12 03 1941': only where a birth date is announced */
const bare = /(?<!\d)(\d{2}) ?(\d{2}) ?(19\d\d|20\d\d)(?!\d)/g

/** A birth date is announced at most so many characters before it. */
const reach = 48
const announced =
  /(?<!\p{L})(?:geboren|geboorte\p{L}{0,8}|geb\.? ?(?:dat(?:um)?)?\.?|g\.d\.|gd|jarig|verjaart|verjaardag)[^.;\n\d\]]{0,30}$/iu
const otherEvent =
  /ontslag|ontslagen|opname|opgenomen|start|controle|sinds|vanaf|operatie|geopereerd|overleden|getrouwd/i

/**
 * The birth dates in a text: a full date behind a word that announces one, and any full date before the year 2000,
 * unless the words before it speak of another event. Who needs home care was mostly born before; dates of discharge,
 * of visits and of the start of care were not.
 */
export function findBirthDates(text: string): Span<'birth-date'>[] {
  const spans: Span<'birth-date'>[] = []
  const look = (match: RegExpMatchArray, day: string, year: string | undefined, isTold = false) => {
    const from = match.index ?? 0
    const before =
      text
        .slice(Math.max(0, from - reach), from)
        .split('\n')
        .at(-1) ?? ''
    const isAnnounced = announced.test(before) && !otherEvent.test(announced.exec(before)?.[0] ?? '')
    const isOld = !isTold && isBeforeMillennium(year) && !otherEvent.test(before.slice(-25))
    const isDay = Number(day) >= 1 && Number(day) <= 31
    if (isDay && (isAnnounced || isOld)) spans.push({ kind: 'birth-date', from, to: from + match[0].trimEnd().length })
  }
  for (const match of text.matchAll(inNumbers)) {
    const isTold = match[2] === '.' && match[4]?.length === 2
    if (Number(match[3]) >= 1 && Number(match[3]) <= 12) look(match, match[1] ?? '', match[4], isTold)
  }
  for (const match of text.matchAll(inWords)) look(match, match[1] ?? '', match[2])
  for (const match of text.matchAll(iso)) look(match, match[3] ?? '', match[1])
  for (const match of text.matchAll(bare)) look(match, match[1] ?? '', match[3], true)
  return spans
}

/** Of two digits those from 30 on: '26' to '29' is more often when care starts. */
function isBeforeMillennium(year: string | undefined): boolean {
  if (year?.length === 4) return Number(year) >= 1880 && Number(year) < 2000
  return year !== undefined && Number(year) >= 30
}
