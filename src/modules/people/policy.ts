import { type Actor, may } from '#kernel/actor.ts'
import { ownRoles, type RoleCode } from './rules/roles.ts'

/** An administrator keeps the people of their own organisation; the region manager keeps those of all. */
export function canKeepPeople(actor: Actor, organizationId: string): boolean {
  if (may(actor, 'region.manage')) return true
  return may(actor, 'organization.administer') && actor.kind === 'user' && actor.organizationId === organizationId
}

/** The roles of the region itself are not an organisation's to give, change or take away. */
export function canKeepRole(actor: Actor, role: string): boolean {
  if (may(actor, 'region.manage')) return true
  return may(actor, 'organization.administer') && (ownRoles as readonly RoleCode[]).includes(role as RoleCode)
}
