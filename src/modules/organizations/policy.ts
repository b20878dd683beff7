import { type Actor, may } from '#kernel/actor.ts'

/** An administrator keeps the facts of their own organisation; the region manager keeps those of all. */
export function canKeepOrganization(actor: Actor, organizationId: string): boolean {
  if (may(actor, 'region.manage')) return true
  return may(actor, 'organization.administer') && actor.kind === 'user' && actor.organizationId === organizationId
}

/** Coordinating teams are of several organisations together, so the region keeps them. */
export function canKeepCoordinatingTeams(actor: Actor): boolean {
  return may(actor, 'region.manage')
}

export function canAddOrganizations(actor: Actor): boolean {
  return may(actor, 'region.manage')
}
