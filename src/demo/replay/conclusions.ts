import { difference, estimate } from '#modules/matching/rules/replay/compare.ts'
import type { Figures } from '#modules/matching/rules/replay/figures.ts'
import { wayOf } from '#modules/matching/rules/replay/ways.ts'
import type { ValuesOf } from './report.ts'

type Told = {
  key: keyof Figures
  what: string
  /** `points` of a hundred, or the figure as it is, with so many digits. */
  as: 'points' | number
}

const within24: Told = { key: 'within24', what: 'placed within 24 hours', as: 'points' }
const nights: Told = { key: 'hospitalDays', what: 'nights waited per hundred hospital requests', as: 0 }
const travel: Told = { key: 'travel', what: 'minutes of travel per visit', as: 1 }
const hours: Told = { key: 'medianHours', what: 'hours until half of them have a team', as: 1 }
const messages: Told = { key: 'messages', what: 'messages per request', as: 1 }
const calls: Told = { key: 'calls', what: 'calls per request', as: 1 }
const preferred: Told = { key: 'preferred', what: 'who got the preferred organisation', as: 'points' }
const kept: Told = { key: 'continuity', what: 'who kept the one that gave care already', as: 'points' }
const language: Told = { key: 'language', what: 'who got the language asked', as: 'points' }

/** The comparisons that a region would ask for, each with what it would want to know of them. */
const compared: readonly [says: string, one: string, other: string, figures: readonly Told[]][] = [
  [
    '**Asking at once** against a meeting with proposal',
    'at-once',
    'proposal',
    [within24, hours, nights, travel, messages],
  ],
  [
    '**The wished organisation first** against asking in the order of the shortlist',
    'at-once-wished',
    'at-once',
    [preferred, kept, within24],
  ],
  [
    '**Shortlist** against picking by hand in the same meeting',
    'shortlist',
    'by-hand',
    [within24, travel, language, preferred],
  ],
  [
    '**Proposal** against shortlist in the same meeting',
    'proposal',
    'shortlist',
    [within24, nights, travel, preferred],
  ],
  ['**Calling around** against a meeting by hand', 'calling', 'by-hand', [within24, calls]],
]

/** Told from the figures themselves, so that the words never say more than the interval allows. */
export function conclusions(valuesOf: ValuesOf): string[] {
  return compared.map(([says, one, other, figures]) => {
    const told = figures.map((figure) =>
      differenceTold(figure, valuesOf(wayOf(one), figure.key), valuesOf(wayOf(other), figure.key)),
    )
    return `- ${says}: ${told.join(', ')}.`
  })
}

function differenceTold({ what, as }: Told, one: readonly number[], other: readonly number[]): string {
  const { mean, margin, differs } = difference(one, other)
  if (!differs) return `no difference in ${what}`
  const most = mean > 0 ? 'more' : 'fewer'
  if (as === 'points')
    return `${(100 * Math.abs(mean)).toFixed(1)} ± ${(100 * margin).toFixed(1)} points ${most} ${what}`
  const [from, to] = [estimate(other).mean.toFixed(as), estimate(one).mean.toFixed(as)]
  return `${Math.abs(mean).toFixed(as)} ± ${margin.toFixed(as)} ${most} ${what} (${to} against ${from})`
}
