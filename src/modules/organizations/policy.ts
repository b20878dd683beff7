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

/** A desk keeps its own hours, partner and roster; the region manager those of all. */
export function canKeepDesk(actor: Actor, deskId: string): boolean {
  if (may(actor, 'region.manage')) return true
  return may(actor, 'desk.work') && actor.kind === 'user' && actor.coordinatingTeamIds.includes(deskId)
}

export function canAddOrganizations(actor: Actor): boolean {
  return may(actor, 'region.manage')
}

/** The region keeps the contact people of every team; an organisation those that are its own. */
export function canKeepContact(actor: Actor, organizationId: string | null): boolean {
  return canKeepAllContacts(actor) || (organizationId !== null && canKeepOrganization(actor, organizationId))
}

export function canKeepAllContacts(actor: Actor): boolean {
  return may(actor, 'region.manage')
}
