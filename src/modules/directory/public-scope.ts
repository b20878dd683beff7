import type { Scope } from '#platform/database/scope.ts'

/**
 * The same call as somebody without an account. The public pages ask the database as the public, whoever looks: what a nurse
 * sees there is what everybody sees, lights included.
 */
export function asPublic(scope: Scope): Scope {
  return { ...scope, actor: { kind: 'public', regionId: scope.actor.regionId }, entry: undefined }
}
