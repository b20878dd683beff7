import { type Actor, may } from '#kernel/actor.ts'

/** Nurses set the lights of the teams of their own organisation; so does its administrator. Nobody sets another's. */
export function canSetLights(actor: Actor, organizationId: string): boolean {
  if (actor.kind !== 'user' || actor.organizationId !== organizationId) return false
  return may(actor, 'capacity.set') || may(actor, 'organization.administer')
}

/** What an organisation agrees with others about its lights: who sees them, feeds and webhooks. */
export function canKeepCapacity(actor: Actor, organizationId: string): boolean {
  return actor.kind === 'user' && actor.organizationId === organizationId && may(actor, 'organization.administer')
}

/** The region answers for the honesty of its stoplight: how long a light counts, and whose light tells nothing. */
export function canJudgeLights(actor: Actor): boolean {
  return may(actor, 'region.manage')
}
