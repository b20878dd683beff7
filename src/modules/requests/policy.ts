import { type Actor, may } from '#kernel/actor.ts'

/** Calling back is the work of who sits at the desk that was asked. */
export function canCallBack(actor: Actor, callback: { coordinatingTeamId: string }): boolean {
  return (
    actor.kind === 'user' &&
    may(actor, 'requests.list') &&
    actor.coordinatingTeamIds.includes(callback.coordinatingTeamId)
  )
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
