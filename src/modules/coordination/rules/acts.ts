import { done, type Outcome, refused } from '#kernel/outcome.ts'

/** What a nurse can do with a request, in the order of its life. */
export const acts = ['take', 'return', 'confirm-start', 'close'] as const
export type Act = (typeof acts)[number]

/**
 * What somebody is to a request: of the organisation that took it; in the team whose list it is on; in that team for an
 * organisation that gives no care itself (the desk); or someone who may look on (the region manager).
 */
export const relations = ['taker', 'team', 'desk', 'watcher'] as const
export type Relation = (typeof relations)[number]

/** The states as `requests` keeps them. Spelled out here, so that a new state does not compile without its line below. */
export type ActState =
  | 'submitted'
  | 'triage'
  | 'listed'
  | 'offered'
  | 'proposed'
  | 'assigned'
  | 'started'
  | 'closed'
  | 'redirected'
  | 'withdrawn'

export type ActRefusal =
  | 'not-on-list-yet'
  | 'already-taken'
  | 'gives-no-care'
  | 'not-taken'
  | 'not-yours'
  | 'not-started'
  | 'ended'
  | 'watching-only'
  | 'not-by-taking'
  | 'divided'

/** `do` it, or it is as wanted `already` (a second press, a retry): both are a success. */
export type ActAnswer = 'do' | 'already'
type Cell = ActAnswer | ActRefusal
type Line = Record<Act, Record<Exclude<Relation, 'watcher'>, Cell>>

const same = (cell: Cell) => ({ taker: cell, team: cell, desk: cell })
const takersOnly = (taker: Cell) => ({ taker, team: 'not-yours', desk: 'not-yours' }) as const

const notYet: Line = {
  take: same('not-on-list-yet'),
  return: same('not-taken'),
  'confirm-start': same('not-taken'),
  close: same('not-taken'),
}
const waiting: Line = { ...notYet, take: { taker: 'do', team: 'do', desk: 'gives-no-care' } }
const over: Line = { take: same('ended'), return: same('ended'), 'confirm-start': same('ended'), close: same('ended') }
const taken = { taker: 'already', team: 'already-taken', desk: 'already-taken' } as const

/** Which act is open to whom in which state; a nurse could check it line by line. */
const table: Record<ActState, Line> = {
  submitted: notYet,
  triage: notYet,
  listed: waiting,
  offered: waiting,
  proposed: waiting,
  assigned: {
    take: taken,
    return: takersOnly('do'),
    'confirm-start': takersOnly('do'),
    close: takersOnly('not-started'),
  },
  started: {
    take: taken,
    return: takersOnly('do'),
    'confirm-start': takersOnly('already'),
    close: takersOnly('do'),
  },
  closed: { ...over, close: { taker: 'already', team: 'ended', desk: 'ended' } },
  redirected: over,
  withdrawn: over,
}

/**
 * @param claims whether the organisations of this region take by themselves, or wait to be asked or assigned
 * @param divided in parts: those are taken, started and given back one by one; only closing is of the whole
 */
export function decide(
  act: Act,
  state: ActState,
  relation: Relation,
  claims = true,
  divided = false,
): Outcome<ActAnswer, ActRefusal> {
  const cell = relation === 'watcher' ? 'watching-only' : table[state][act][relation]
  if (divided && act !== 'close' && relation !== 'watcher' && cell !== 'ended') return refused('divided')
  if (act === 'take' && cell === 'do' && !claims) return refused('not-by-taking')
  return cell === 'do' || cell === 'already' ? done(cell) : refused(cell)
}
