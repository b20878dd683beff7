import type { Priority } from '#kernel/priorities.ts'

/** How a request finds a team: somebody calls around, or a meeting that picks in one of three ways. */
export type Picking = 'calling' | 'by-hand' | 'shortlist' | 'proposal'

/** Asking by itself before the meeting: who ranks highest first, one after the other. */
export type AskTerms = {
  /** Minutes to answer in, by urgency. */
  answerMinutes: Record<Priority, number>
  mostParties: number
  mostPerTeamPerDay: number
  /** Nobody is asked before or after these hours. */
  from: number
  to: number
  /** Who was wished for, or gives care already, is asked before who ranks higher. */
  wishedFirst: boolean
}

export type Way = { code: string; name: string; picking: Picking; askAtOnce: AskTerms | null }

const askTerms: AskTerms = {
  answerMinutes: { today: 15, 'within-24-hours': 30, 'within-48-hours': 45, 'this-week': 90, planned: 180 },
  mostParties: 4,
  mostPerTeamPerDay: 6,
  from: 7.5,
  to: 20,
  wishedFirst: false,
}

/** The ways of working that are compared. The first is what all others are held against. */
export const ways: readonly [Way, ...Way[]] = [
  { code: 'by-hand', name: 'Meeting, picking by hand', picking: 'by-hand', askAtOnce: null },
  { code: 'calling', name: 'Calling around', picking: 'calling', askAtOnce: null },
  { code: 'shortlist', name: 'Meeting with shortlist', picking: 'shortlist', askAtOnce: null },
  { code: 'proposal', name: 'Meeting with proposal', picking: 'proposal', askAtOnce: null },
  { code: 'at-once', name: 'Ask at once, meeting for the rest', picking: 'proposal', askAtOnce: askTerms },
  {
    code: 'at-once-wished',
    name: 'Ask at once, wished organisation first',
    picking: 'proposal',
    askAtOnce: { ...askTerms, wishedFirst: true },
  },
]

/** Asking at once on these terms. */
export function askingWith(askAtOnce: AskTerms): Way {
  return { ...wayOf(askAtOnce.wishedFirst ? 'at-once-wished' : 'at-once'), askAtOnce }
}

export function wayOf(code: string): Way {
  const found = ways.find((way) => way.code === code)
  if (!found) throw new RangeError(`There is no way ${code}`)
  return found
}
