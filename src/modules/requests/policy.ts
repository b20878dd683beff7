import { type Actor, may } from '#kernel/actor.ts'

/** Whoever answers the phone looks for the request that somebody calls about. */
export function canFindForCaller(actor: Actor): boolean {
  return may(actor, 'desk.work')
}

/** What a policy needs to know of a request. */
export type Asked = { id: string; requesterOrganizationId: string | null }

/** Professionals who send clients: GP practices, transfer desks, case managers, social teams, home-care organisations. */
export function canRefer(actor: Actor): boolean {
  return may(actor, 'requests.refer')
}

/** What a policy needs to know of a request that somebody holds. */
type Held = Asked & { holderCoordinatingTeamId: string | null }

/**
 * That the client does not mind an organisation after all: who asked for the care, and the team or desk that holds the request and hears
 * it on the phone. Whose organisation it is about, row-level security keeps out.
 */
export function canTakeBackUnwanted(actor: Actor, request: Held): boolean {
  if (canFollowUp(actor, request)) return true
  const { holderCoordinatingTeamId: holder } = request
  return (
    actor.kind === 'user' &&
    may(actor, 'requests.take') &&
    holder !== null &&
    actor.coordinatingTeamIds.includes(holder)
  )
}

/**
 * Supplement, correct, change the date, withdraw: whoever asked. Of a professional request the whole practice or transfer
 * desk, because colleagues take over from one another; of any request who has its private link and gave the second factor.
 */
export function canFollowUp(actor: Actor, request: Asked): boolean {
  if (actor.kind === 'link') return actor.verified && actor.requestId === request.id
  return (
    actor.kind === 'user' &&
    canRefer(actor) &&
    request.requesterOrganizationId !== null &&
    request.requesterOrganizationId === actor.organizationId
  )
}
