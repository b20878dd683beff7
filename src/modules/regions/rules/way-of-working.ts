import { type Deadline, dueAt } from '#kernel/deadline.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { Opening } from '#kernel/working-time.ts'

/** The seven ways of working of the product; each fills in a whole `WayOfWorking` (`presets.ts`). */
export const presets = [
  'coordinating-teams',
  'central-intake',
  'shared-counter',
  'coordination-point',
  'transfer-point',
  'answer-rounds',
  'switch-team',
] as const
export type Preset = (typeof presets)[number]

/** Ways in which care may be asked for. */
export const entries = ['website', 'phone', 'portal', 'api'] as const
export type Entry = (typeof entries)[number]

/** Who brings a request and a taker together: nurses who take in a meeting, all parties asked at once, a desk, a switch team. */
export const distributions = ['meeting', 'inquiry-to-all', 'desk', 'switch-team'] as const
export type Distribution = (typeof distributions)[number]

/** A posting block and the moment at which all parties have answered what was posted in it; '10:00' on a working day. */
export type AnswerRound = { postUntil: string; answerAt: string }

/** Who chooses when several parties can take a request. */
export const choosers = ['nobody', 'referrer', 'client'] as const
export type Chooser = (typeof choosers)[number]

/** What happens when nobody chose in time: the earliest start wins, or the holder weighs. */
export const afterChoices = ['earliest-offer', 'holder'] as const
export type AfterChoice = (typeof afterChoices)[number]

/** Above the reminder, in the order in which a region may use them. */
export const ladderSteps = [
  'wider-circle',
  'joint-discussion',
  'neighbouring-areas',
  'region-manager',
  'insurer-mediation',
] as const
export type LadderStep = (typeof ladderSteps)[number]

/**
 * What happens with a request that nobody takes. A step comes when the act-by passes, or at its own moment after the clock
 * started, whichever is first; but never before the term that was promised for its urgency has run out.
 */
export type Ladder = {
  /** The share of a term after which its holder is reminded. */
  remindAt: number
  steps: readonly { step: LadderStep; after: Deadline }[]
}

/** Who may see lights: the nurses of the same coordinating teams, all teams, referrers as well, everyone. */
export const lightAudiences = ['own-team', 'teams', 'referrers', 'everyone'] as const
export type LightAudience = (typeof lightAudiences)[number]

/**
 * Asking by itself as soon as a request is on the list: the parties that rank highest, one after the other, each for a short
 * answer. What nobody could take is for the people whose list it is on.
 */
export type AskAtOnce = {
  /** Minutes to answer in, by urgency. */
  minutes: Record<Priority, number>
  /** How many are asked at the same time; the first yes has it. */
  together: number
  /** After so many the rest is left to the meeting. */
  mostParties: number
  /** So often is one team asked on one day, over all requests. */
  mostPerTeam: number
  /** Nobody is asked before or after these times, on any day. */
  from: string
  to: string
  /** Who was wished for, or gives care already, goes before who ranks higher. */
  wishedFirst: boolean
}

/** Others in the neighbourhood who may be invited to one request. */
export const otherParties = ['welfare', 'municipality', 'case-manager'] as const
export type OtherParty = (typeof otherParties)[number]

/**
 * How a region has agreed to work: one value, so that no code asks which region it is in, nor which preset it began with.
 */
export type WayOfWorking = {
  /** What it was filled in from; for people to read. */
  preset: Preset
  /** Holds whatever no route leads to, and whatever its team left lying. */
  fallbackDeskId: string
  channels: readonly Entry[]
  /** By the table of routes to the team of a neighbourhood or a specialised team, or everything to one entry: the desk. */
  routing: 'route-table' | 'one-entry'
  /** How long the preferred organisation, or the one that gives care already, is asked alone. */
  preferredFirst: Deadline | null
  /** Asked by itself before it is divided as below; none where it waits for that. */
  askAtOnce: AskAtOnce | null
  distribution: Distribution
  /** Fixed moments to answer at; without any, each inquiry has a term of its own. */
  rounds: readonly AnswerRound[]
  /** From asking to the last moment to answer. */
  inquiry: Deadline
  /** From assigning to the last moment at which the party confirms or refuses. */
  confirmAssignment: Deadline
  choice: { by: Chooser; within: Deadline; afterwards: AfterChoice }
  /** How long a requester has to answer a question; the clock of the request rests so long. */
  question: Deadline
  /** What who sees. Only the sight of the holder is for a region to agree; the rest is the strict form, held by the database. */
  disclosure: {
    waiting: { others: 'card'; holder: 'card' | 'identity' }
    asked: { asked: 'card' }
    taken: { taker: 'identity'; others: 'card' }
  }
  ladder: Ladder
  lightAudience: LightAudience
  beds: boolean
  desk: boolean
  consult: boolean
  otherParties: readonly OtherParty[]
  /** Office hours, for deadlines in working hours. */
  opening: Opening
  /** From sending to somebody having taken it, per urgency. */
  deadlines: Record<Priority, Deadline>
  /** From the day care should start to the taker having confirmed that it did. */
  confirmStart: Deadline
  /** What a holder gets when a request moves up because its act-by passed. */
  escalation: Deadline
  /** Days after the start of care before a request is closed by itself. */
  closeAfterDays: number
}

/** By when somebody has to have taken a request of this urgency. */
export function actByFor(way: WayOfWorking, priority: Priority, from: Date): Date {
  return dueAt(from, way.deadlines[priority], way.opening)
}

/** By when the taker has to confirm that care began: counted from the start of care, or from now when that has passed. */
export function confirmStartBy(way: WayOfWorking, startOfCare: Date, now: Date): Date {
  return dueAt(startOfCare > now ? startOfCare : now, way.confirmStart, way.opening)
}

/** By when the next holder has to act on a request that moved up. */
export function actByAfterEscalation(way: WayOfWorking, from: Date): Date {
  return dueAt(from, way.escalation, way.opening)
}
