import { type Actor, may } from '#kernel/actor.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { type Act, type ActAnswer, type ActRefusal, type ActState, decide, type Relation } from './rules/acts.ts'

/** What a policy looks at; the same fields stand behind row-level security of `requests.care_request`. */
export type Concern = {
  state: ActState
  coordinatingTeamId: string | null
  holderCoordinatingTeamId: string | null
  takerOrganizationId: string | null
}

/**
 * What this actor is to this request; undefined for who has nothing to do with it and is not told that it exists.
 *
 * @param givesCare whether the actor's organisation gives care itself
 */
export function relationTo(actor: Actor, request: Concern, givesCare: boolean): Relation | undefined {
  if (actor.kind !== 'user') return undefined
  const takes = may(actor, 'requests.take')
  if (takes && request.takerOrganizationId === actor.organizationId) return 'taker'
  if (isOnListOf(actor.coordinatingTeamIds, request) && may(actor, 'requests.list')) {
    if (!takes) return 'watcher'
    return givesCare ? 'team' : 'desk'
  }
  return may(actor, 'requests.oversee') ? 'watcher' : undefined
}

export function canList(actor: Actor): boolean {
  return may(actor, 'requests.list') || may(actor, 'requests.oversee')
}

/** Looks at the whole region, in figures and cards. */
export function canOversee(actor: Actor): boolean {
  return may(actor, 'requests.oversee')
}

export function canSee(actor: Actor, request: Concern): boolean {
  return relationTo(actor, request, false) !== undefined
}

/** What the table says to this actor about one act; undefined for who has nothing to do with the request. */
type Answer = Outcome<ActAnswer, ActRefusal> | undefined

export const canTake = (actor: Actor, request: Concern, givesCare: boolean) => ask('take', actor, request, givesCare)
export const canReturn = (actor: Actor, request: Concern) => ask('return', actor, request)
export const canConfirmStart = (actor: Actor, request: Concern) => ask('confirm-start', actor, request)
export const canClose = (actor: Actor, request: Concern) => ask('close', actor, request)

/** Only taking looks at whether the organisation gives care: the other acts are the taker's. */
function ask(act: Act, actor: Actor, request: Concern, givesCare = true): Answer {
  const relation = relationTo(actor, request, givesCare)
  return relation && decide(act, request.state, relation)
}

function isOnListOf(teamIds: readonly string[], request: Concern): boolean {
  return [request.coordinatingTeamId, request.holderCoordinatingTeamId].some(
    (team) => team !== null && teamIds.includes(team),
  )
}
