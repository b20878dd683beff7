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
