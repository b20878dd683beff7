import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { ActRefusal, ActState } from './acts.ts'

/**
 * What somebody is to a request, from wherever the rights come: of the organisation that has it; of the team or desk that must
 * act; on whose list it is (`team` gives care, `desk` does not); of an organisation that was asked; who asked for the care. Of a
 * divided request: of an organisation that has a part. Of one that may go over: of the organisation it was offered to. And the
 * product itself, when a moment passes.
 */
export const roles = [
  'taker',
  'part-taker',
  'holder',
  'team',
  'desk',
  'asked',
  'swap-party',
  'requester',
  'system',
] as const
export type Role = (typeof roles)[number]

export const commands = [
  'route',
  'ask',
  'assign',
  'answer',
  'stop-asking',
  'choose',
  'take',
  'return',
  'confirm-start',
  'confirm-date',
  'ask-requester',
  'answer-question',
  'change-date',
  'send-on',
  'redirect',
  'pass-to-region',
  'lapse',
  'withdraw',
  'reopen',
  'split',
  'join',
  'ask-part',
  'refuse-part',
  'take-part',
  'return-part',
  'start-part',
  'propose-swap',
  'accept-swap',
  'refuse-swap',
  'take-back-swap',
  'invite',
  'close',
  'pass-deadline',
] as const
export type Command = (typeof commands)[number]

/** What happens beside the move, in the same transaction. */
export type Effect =
  | 'identity-opens'
  | 'identity-closes'
  | 'card-shown'
  | 'card-hidden'
  | 'clock-starts'
  | 'clock-rests'
  | 'requester-told'
  | 'parties-told'

export type CommandRefusal =
  | ActRefusal
  | 'holder-only'
  | 'asked-only'
  | 'requester-only'
  | 'resting'
  | 'not-asked'
  | 'no-offers'
  | 'being-asked'
  | 'still-open'
  | 'not-divided'
  | 'part-taken'
  | 'part-not-yours'
  | 'swap-asked-only'
  | 'in-other-region'

type Row = {
  by: readonly Role[]
  /** From which state to which; several where the answers or the rules of the region decide. */
  moves: Partial<Record<ActState, readonly ActState[]>>
  effects: readonly Effect[]
  /** Why it is not for others. */
  others: CommandRefusal
  /** Only of a request that is whole, or only of one in parts; left out: of both. */
  of?: 'whole' | 'parts'
  /** Why not in a state where it might be thought to be possible; the rest speaks for itself. */
  unless?: Partial<Record<ActState, CommandRefusal>>
}

const waiting = ['listed', 'offered', 'proposed'] as const
const from = (states: readonly ActState[], ...to: ActState[]) =>
  Object.fromEntries(states.map((state) => [state, to])) as Row['moves']
const staying = (...states: ActState[]) => Object.fromEntries(states.map((state) => [state, [state]])) as Row['moves']

/** State × actor × command → next state, effects, and why not. A nurse could check it line by line. */
export const commandTable: Record<Command, Row> = {
  route: {
    by: ['system'],
    moves: { submitted: ['listed', 'offered'] },
    effects: ['clock-starts', 'card-shown', 'parties-told'],
    others: 'watching-only',
  },
  ask: {
    of: 'whole',
    by: ['holder'],
    moves: { listed: ['offered'] },
    effects: ['card-shown', 'parties-told'],
    others: 'holder-only',
    unless: { offered: 'being-asked', proposed: 'being-asked' },
  },
  assign: {
    of: 'whole',
    by: ['holder'],
    moves: { listed: ['offered'] },
    effects: ['card-shown', 'parties-told'],
    others: 'holder-only',
    unless: { offered: 'being-asked', proposed: 'being-asked' },
  },
  answer: {
    by: ['asked'],
    moves: { offered: ['offered', 'proposed', 'assigned', 'listed'] },
    effects: ['identity-opens', 'card-hidden', 'requester-told'],
    others: 'asked-only',
    unless: { listed: 'not-asked', proposed: 'not-asked' },
  },
  'stop-asking': {
    by: ['holder'],
    moves: from(['offered', 'proposed'], 'listed'),
    effects: ['card-hidden'],
    others: 'holder-only',
    unless: { listed: 'not-asked' },
  },
  choose: {
    by: ['holder', 'requester'],
    moves: from(['offered', 'proposed'], 'assigned'),
    effects: ['identity-opens', 'card-hidden', 'parties-told', 'requester-told'],
    others: 'holder-only',
    unless: { listed: 'no-offers' },
  },
  take: {
    of: 'whole',
    by: ['team', 'taker'],
    moves: from(waiting, 'assigned'),
    effects: ['identity-opens', 'card-hidden', 'requester-told'],
    others: 'gives-no-care',
  },
  return: {
    of: 'whole',
    by: ['taker'],
    moves: from(['assigned', 'started'], 'listed'),
    effects: ['identity-closes', 'clock-starts', 'requester-told'],
    others: 'not-yours',
    unless: { listed: 'not-taken', offered: 'not-taken', proposed: 'not-taken' },
  },
  'confirm-start': {
    of: 'whole',
    by: ['taker'],
    moves: { assigned: ['started'] },
    effects: ['requester-told'],
    others: 'not-yours',
    unless: { listed: 'not-taken', offered: 'not-taken', proposed: 'not-taken' },
  },
  'confirm-date': {
    by: ['taker', 'part-taker'],
    moves: staying('triage', 'listed', 'assigned'),
    effects: [],
    others: 'not-yours',
    unless: { offered: 'not-taken', proposed: 'not-taken' },
  },
  'ask-requester': {
    by: ['holder'],
    moves: from(['listed'], 'triage'),
    effects: ['clock-rests', 'requester-told'],
    others: 'holder-only',
    unless: { offered: 'being-asked', proposed: 'being-asked' },
  },
  'answer-question': {
    by: ['requester'],
    moves: { triage: ['listed'] },
    effects: ['clock-starts', 'requester-told'],
    others: 'requester-only',
    unless: { listed: 'not-asked', offered: 'not-asked', proposed: 'not-asked' },
  },
  'change-date': {
    by: ['requester'],
    moves: { ...staying('submitted', 'triage', 'listed', 'offered', 'assigned'), proposed: ['offered', 'proposed'] },
    effects: ['parties-told', 'requester-told'],
    others: 'requester-only',
  },
  'send-on': {
    of: 'whole',
    by: ['holder'],
    moves: staying('listed'),
    effects: ['requester-told'],
    others: 'holder-only',
    unless: { offered: 'being-asked', proposed: 'being-asked' },
  },
  redirect: {
    by: ['holder'],
    moves: from(['triage', ...waiting], 'redirected'),
    effects: ['card-hidden', 'requester-told'],
    others: 'holder-only',
  },
  'pass-to-region': {
    by: ['holder'],
    moves: from(['triage', ...waiting], 'redirected'),
    effects: ['identity-closes', 'card-hidden', 'requester-told'],
    others: 'holder-only',
  },
  lapse: {
    by: ['holder', 'taker'],
    moves: from(['triage', ...waiting, 'assigned'], 'withdrawn'),
    effects: ['identity-closes', 'card-hidden', 'requester-told'],
    others: 'holder-only',
  },
  withdraw: {
    by: ['requester'],
    moves: from(['submitted', 'triage', ...waiting, 'assigned'], 'withdrawn'),
    effects: ['identity-closes', 'card-hidden', 'requester-told'],
    others: 'requester-only',
  },
  reopen: {
    by: ['team', 'desk'],
    moves: from(['withdrawn', 'redirected'], 'listed'),
    effects: ['clock-starts', 'requester-told'],
    others: 'holder-only',
    unless: Object.fromEntries(
      (['triage', ...waiting, 'assigned', 'started'] as const).map((state) => [state, 'still-open' as const]),
    ),
  },
  split: {
    of: 'whole',
    by: ['holder', 'team'],
    moves: from(waiting, 'listed', 'assigned'),
    effects: ['identity-opens', 'card-shown', 'parties-told', 'requester-told'],
    others: 'holder-only',
  },
  join: {
    of: 'parts',
    by: ['holder', 'team'],
    moves: staying('listed'),
    effects: ['card-hidden', 'requester-told'],
    others: 'holder-only',
    unless: { assigned: 'part-taken', started: 'part-taken' },
  },
  'ask-part': {
    of: 'parts',
    by: ['holder'],
    moves: staying('listed'),
    effects: ['card-shown', 'parties-told'],
    others: 'holder-only',
  },
  'refuse-part': {
    of: 'parts',
    by: ['team'],
    moves: staying('listed'),
    effects: ['card-hidden'],
    others: 'asked-only',
  },
  'take-part': {
    of: 'parts',
    by: ['team', 'part-taker'],
    moves: from(['listed'], 'listed', 'assigned'),
    effects: ['identity-opens', 'requester-told'],
    others: 'gives-no-care',
  },
  'return-part': {
    of: 'parts',
    by: ['part-taker'],
    moves: { triage: ['triage'], ...from(['listed', 'assigned', 'started'], 'listed') },
    effects: ['identity-closes', 'clock-starts', 'requester-told'],
    others: 'part-not-yours',
  },
  'start-part': {
    of: 'parts',
    by: ['part-taker'],
    moves: { ...staying('triage', 'listed'), assigned: ['assigned', 'started'] },
    effects: ['requester-told'],
    others: 'part-not-yours',
  },
  'propose-swap': {
    by: ['taker', 'part-taker'],
    moves: staying('triage', 'listed', 'assigned', 'started'),
    effects: ['card-shown', 'parties-told'],
    others: 'not-yours',
    unless: { offered: 'not-taken', proposed: 'not-taken' },
  },
  'accept-swap': {
    by: ['swap-party'],
    moves: { ...staying('triage', 'listed', 'assigned'), started: ['assigned'] },
    effects: ['identity-opens', 'identity-closes', 'card-hidden', 'requester-told'],
    others: 'swap-asked-only',
  },
  'refuse-swap': {
    by: ['swap-party'],
    moves: staying('triage', 'listed', 'assigned', 'started'),
    effects: ['card-hidden', 'parties-told'],
    others: 'swap-asked-only',
  },
  'take-back-swap': {
    by: ['taker', 'part-taker'],
    moves: staying('triage', 'listed', 'assigned', 'started'),
    effects: ['card-hidden'],
    others: 'not-yours',
  },
  invite: {
    by: ['holder', 'taker', 'part-taker'],
    moves: staying('triage', ...waiting, 'assigned', 'started'),
    effects: ['parties-told', 'requester-told'],
    others: 'holder-only',
  },
  close: {
    by: ['taker', 'system'],
    moves: { started: ['closed'] },
    effects: ['identity-closes', 'requester-told'],
    others: 'not-yours',
    unless: { listed: 'not-taken', offered: 'not-taken', proposed: 'not-taken', assigned: 'not-started' },
  },
  'pass-deadline': {
    by: ['system'],
    moves: {
      triage: ['listed'],
      listed: ['listed'],
      offered: ['proposed', 'listed', 'offered'],
      proposed: ['assigned', 'proposed'],
      assigned: ['assigned'],
    },
    effects: ['card-shown', 'parties-told', 'requester-told'],
    others: 'watching-only',
  },
}

/**
 * Whether somebody with these roles may do this now, and where it can lead.
 *
 * @param divided whether the request is in parts: then its parts are taken, given back and started one by one
 */
export function decideCommand(
  command: Command,
  state: ActState,
  has: readonly Role[],
  divided = false,
): Outcome<readonly ActState[], CommandRefusal> {
  const row = commandTable[command]
  if (has.length === 0) return refused('watching-only')
  const next = row.moves[state]
  if (next && row.of === 'whole' && divided) return refused('divided')
  if (next && row.of === 'parts' && !divided) return refused('not-divided')
  if (!next) return refused(row.unless?.[state] ?? whyNotIn(state))
  return row.by.some((role) => has.includes(role)) ? done(next) : refused(row.others)
}

function whyNotIn(state: ActState): CommandRefusal {
  switch (state) {
    case 'submitted':
      return 'not-on-list-yet'
    case 'triage':
      return 'resting'
    case 'closed':
    case 'redirected':
    case 'withdrawn':
      return 'ended'
    default:
      return 'already-taken'
  }
}
