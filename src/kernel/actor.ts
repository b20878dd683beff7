/**
 * Who acts. `access` builds it once per request; every command and query receives it and asks its own policy.
 *
 * An actor always acts in one region. What an actor may do is a set of named permissions (roles are bundles of them,
 * see `access`), so that no policy ever asks for a role by name.
 */
export const permissions = [
  'requests.refer',
  'requests.list',
  'requests.take',
  'requests.oversee',
  'desk.work',
  'consult.answer',
  'capacity.set',
  'organization.administer',
  'region.manage',
  'audit.read',
] as const

export type Permission = (typeof permissions)[number]

/** Anyone on the internet: no account, no link. */
export type PublicActor = { kind: 'public'; regionId: string }

/** Someone who holds the private link of one request; `verified` once the second factor was given. */
export type LinkActor = { kind: 'link'; regionId: string; requestId: string; verified: boolean }

/** A signed-in person, in one role at one organisation. */
export type UserActor = {
  kind: 'user'
  regionId: string
  userId: string
  name: string
  role: string
  organizationId: string
  organizationName: string
  /** The coordinating teams, specialised teams and desks this person sits in. */
  coordinatingTeamIds: readonly string[]
  permissions: ReadonlySet<Permission>
}

/** The product itself: a timer, a loader, a sender of mail. */
export type SystemActor = { kind: 'system'; regionId: string; job: string }

export type Actor = PublicActor | LinkActor | UserActor | SystemActor

export function may(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'user' && actor.permissions.has(permission)
}
