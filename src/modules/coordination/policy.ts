import { type Actor, may, type UserActor } from '#kernel/actor.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { type Act, type ActAnswer, type ActRefusal, type ActState, decide, type Relation } from './rules/acts.ts'
import type { Role } from './rules/commands.ts'

/** What a policy looks at; the same fields stand behind row-level security of `requests.care_request`. */
export type Concern = {
  state: ActState
  coordinatingTeamId: string | null
  holderCoordinatingTeamId: string | null
  takerOrganizationId: string | null
  shownToOrganizations: readonly string[]
  shownToTeams: readonly string[]
  /** How it is divided; nothing when it is whole. */
  splitBy?: string | null
  /** Who has a part of it, as the lock on a request or as its card tells. */
  partTakerIds?: readonly string[]
  parts?: readonly { takerId: string | null }[] | null
}

/** Whether this organisation has a part of the request. */
export function hasPart(organizationId: string, { partTakerIds, parts }: Concern): boolean {
  return partTakerIds?.includes(organizationId) ?? parts?.some(({ takerId }) => takerId === organizationId) ?? false
}

export const isDivided = ({ splitBy }: Concern): boolean => Boolean(splitBy)

/**
 * What this actor is to this request; undefined for who has nothing to do with it and is not told that it exists.
 *
 * @param givesCare whether the actor's organisation gives care itself
 */
export function relationTo(actor: Actor, request: Concern, givesCare: boolean): Relation | undefined {
  if (actor.kind !== 'user') return undefined
  const takes = may(actor, 'requests.take')
  if (takes && request.takerOrganizationId === actor.organizationId) return 'taker'
  const isConcerned = isOnListOf(actor.coordinatingTeamIds, request) || looksAlong(actor, request)
  if (may(actor, 'requests.list') && (isConcerned || hasPart(actor.organizationId, request))) {
    if (!takes) return 'watcher'
    return givesCare ? 'team' : 'desk'
  }
  return may(actor, 'requests.oversee') ? 'watcher' : undefined
}

export function canList(actor: Actor): boolean {
  return may(actor, 'requests.list') || may(actor, 'requests.oversee')
}

/** What a request says about who holds it and who asked for it. */
export type Held = Concern & {
  id: string
  holderOrganizationId: string | null
  requesterOrganizationId?: string | null
}

/**
 * All that this actor is to this request, for the table of commands; who may only look along is nothing.
 *
 * @param known.asked whether an inquiry to the actor's organisation runs
 * @param known.swap whether it was proposed to the actor's organisation to take the client over
 */
export function rolesTo(
  actor: Actor,
  request: Held,
  known: { givesCare: boolean; asked: boolean; swap?: boolean },
): Role[] {
  if (actor.kind === 'system') return ['system']
  if (actor.kind === 'link') return actor.verified && actor.requestId === request.id ? ['requester'] : []
  if (actor.kind !== 'user') return []
  const takes = may(actor, 'requests.take')
  const isTaker = request.takerOrganizationId === actor.organizationId
  const onList = isOnListOf(actor.coordinatingTeamIds, request) || looksAlong(actor, request)
  const asksCare = may(actor, 'requests.refer') && request.requesterOrganizationId === actor.organizationId
  const found: [Role, boolean][] = [
    ['taker', takes && isTaker],
    ['part-taker', takes && hasPart(actor.organizationId, request)],
    ['swap-party', takes && known.swap === true],
    ['holder', holds(actor, request) && (takes || may(actor, 'requests.oversee'))],
    [known.givesCare ? 'team' : 'desk', takes && onList],
    ['asked', takes && known.asked],
    ['requester', asksCare],
  ]
  return found.filter(([, has]) => has).map(([role]) => role)
}

function holds(actor: UserActor, request: Held): boolean {
  const { holderCoordinatingTeamId: team, holderOrganizationId: organization } = request
  if (team !== null) return actor.coordinatingTeamIds.includes(team)
  return organization === actor.organizationId && request.takerOrganizationId !== organization
}

/** Who may divide it: who holds it, and the people of the team on whose list it is; who only looks along may not. */
export function canDivide(actor: Actor, request: Held): boolean {
  if (actor.kind !== 'user') return false
  return holds(actor, request) || (request.state === 'listed' && isOnListOf(actor.coordinatingTeamIds, request))
}

/** Looks at the whole region, in figures and cards. */
export function canOversee(actor: Actor): boolean {
  return may(actor, 'requests.oversee')
}

/** Which team gets which request is agreed in the region; its manager writes it down. */
export function canKeepRoutes(actor: Actor): boolean {
  return may(actor, 'region.manage')
}

export function canSee(actor: Actor, request: Concern): boolean {
  return relationTo(actor, request, false) !== undefined
}

/** What the table says to this actor about one act; undefined for who has nothing to do with the request. */
type Answer = Outcome<ActAnswer, ActRefusal> | undefined

export const canTake = (actor: Actor, request: Concern, givesCare: boolean, claims: boolean) =>
  ask('take', actor, request, givesCare, claims)
export const canReturn = (actor: Actor, request: Concern) => ask('return', actor, request)
export const canConfirmStart = (actor: Actor, request: Concern) => ask('confirm-start', actor, request)
export const canClose = (actor: Actor, request: Concern) => ask('close', actor, request)

/** Only taking looks at whether the organisation gives care: the other acts are the taker's. */
function ask(act: Act, actor: Actor, request: Concern, givesCare = true, claims = true): Answer {
  const relation = relationTo(actor, request, givesCare)
  return relation && decide(act, request.state, relation, claims, isDivided(request))
}

/** Was asked, or is of a team that looks along since it moved up. Who has a part is shown it for that, which is no asking. */
function looksAlong(actor: UserActor, request: Concern): boolean {
  const { shownToOrganizations, shownToTeams } = request
  return (
    (shownToOrganizations.includes(actor.organizationId) && !hasPart(actor.organizationId, request)) ||
    shownToTeams.some((id) => actor.coordinatingTeamIds.includes(id))
  )
}

function isOnListOf(
  teamIds: readonly string[],
  request: Pick<Concern, 'coordinatingTeamId' | 'holderCoordinatingTeamId'>,
): boolean {
  return [request.coordinatingTeamId, request.holderCoordinatingTeamId].some(
    (team) => team !== null && teamIds.includes(team),
  )
}
