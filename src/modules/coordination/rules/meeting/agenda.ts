import { addDays, type LocalDate } from '#kernel/dates.ts'
import type { ActState } from '../acts.ts'

/** Why something is on the agenda, in the order in which it is spoken about; the first that holds counts. */
export const agendaReasons = [
  'escalated',
  'returned',
  'date-changed',
  'new',
  'still-open',
  'waiting',
  'starting-soon',
  'for-information',
] as const
export type AgendaReason = (typeof agendaReasons)[number]

/** Nothing has to be decided about these: they are read and passed. */
export const toldOnly: readonly AgendaReason[] = ['starting-soon', 'for-information']

/** Put first, or off until a day, by somebody of the team. */
export type Mark = { kind: 'pinned'; version: number } | { kind: 'postponed'; until: LocalDate; version: number }

/** What the agenda looks at; all of it stands on the card. */
export type AgendaFacts = {
  id: string
  state: ActState
  actBy: Date | null
  escalationLevel: number
  listRank: number
  returnedAt: Date | null
  dateChangedAt: Date | null
  submittedAt: Date
  stateSince: Date
  startOn: LocalDate | null
  version: number
  mark: Mark | undefined
}

export type AgendaItem<Facts extends AgendaFacts = AgendaFacts> = {
  facts: Facts
  reason: AgendaReason
  pinned: boolean
  /** Until when it is put off: then it is not spoken about today. */
  postponedUntil: LocalDate | undefined
}

/** What was and what is: since the meeting before, new is new. */
export type AgendaMoment = { now: Date; today: LocalDate; since: Date }

/**
 * The agenda, by itself: each request once, with the first reason that holds; within a reason by who must act first. What is
 * pinned comes before all, what is put off comes last. A request that is put off and to which something happened since (it moved
 * up, came back, its date changed) is on the agenda again, and so is one whose act-by passed: putting off stops no clock.
 */
export function agendaOf<Facts extends AgendaFacts>(
  requests: readonly Facts[],
  moment: AgendaMoment,
): AgendaItem<Facts>[] {
  return requests
    .flatMap((facts) => {
      const reason = reasonFor(facts, moment)
      if (!reason) return []
      return [{ facts, reason, pinned: facts.mark?.kind === 'pinned', postponedUntil: postponed(facts, moment) }]
    })
    .sort(inOrder)
}

export function reasonFor(facts: AgendaFacts, { now, today, since }: AgendaMoment): AgendaReason | undefined {
  const late = facts.actBy !== null && facts.actBy <= now
  switch (facts.state) {
    case 'listed':
      if (facts.escalationLevel > 0 || late) return 'escalated'
      if (facts.returnedAt && facts.listRank === 0) return 'returned'
      if (facts.dateChangedAt && facts.dateChangedAt > since) return 'date-changed'
      return facts.submittedAt > since ? 'new' : 'still-open'
    case 'offered':
    case 'proposed':
    case 'triage':
      return late ? 'escalated' : 'waiting'
    case 'assigned':
      if (facts.escalationLevel > 0 || late) return 'escalated'
      if (facts.dateChangedAt && facts.dateChangedAt > since) return 'date-changed'
      if (facts.startOn && facts.startOn <= addDays(today, 1)) return 'starting-soon'
      return facts.stateSince > since ? 'for-information' : undefined
    default:
      return undefined
  }
}

function postponed({ mark, version, actBy }: AgendaFacts, { now, today }: AgendaMoment): LocalDate | undefined {
  if (mark?.kind !== 'postponed' || mark.until <= today || mark.version !== version) return undefined
  return actBy && actBy <= now ? undefined : mark.until
}

function inOrder(one: AgendaItem, other: AgendaItem): number {
  return (
    Number(one.postponedUntil !== undefined) - Number(other.postponedUntil !== undefined) ||
    Number(other.pinned) - Number(one.pinned) ||
    agendaReasons.indexOf(one.reason) - agendaReasons.indexOf(other.reason) ||
    (one.facts.actBy?.getTime() ?? 0) - (other.facts.actBy?.getTime() ?? 0) ||
    (one.facts.id < other.facts.id ? -1 : 1)
  )
}
