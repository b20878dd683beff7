import type { Permission } from '#kernel/actor.ts'

/** The roles of this product, in the order in which one is chosen for somebody who has several. */
export const roles = [
  'nurse',
  'desk-worker',
  'specialist',
  'referrer',
  'organization-administrator',
  'region-manager',
  'privacy-officer',
] as const
export type Role = (typeof roles)[number]

/** A role is a bundle of named permissions; policies ask for a permission, never for a role. */
const bundles: Record<Role, readonly Permission[]> = {
  nurse: ['requests.list', 'requests.take', 'capacity.set', 'consult.answer'],
  'desk-worker': ['requests.list', 'requests.take', 'desk.work'],
  specialist: ['consult.answer'],
  referrer: ['requests.refer'],
  'organization-administrator': ['organization.administer'],
  'region-manager': ['region.manage', 'requests.oversee'],
  'privacy-officer': ['audit.read'],
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}

/** What somebody in this role may do; nothing for a role that is not known. */
export function permissionsOf(role: string): ReadonlySet<Permission> {
  return new Set(isRole(role) ? bundles[role] : [])
}
