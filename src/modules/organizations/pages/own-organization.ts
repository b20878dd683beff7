import type { FastifyRequest } from 'fastify'
import type { Scope } from '#platform/database/scope.ts'
import { NotSignedIn } from '#platform/http/faults.ts'

/** The organisation in whose name this person works: never one that an address or form names. */
export function ownOrganization(request: FastifyRequest): string {
  return ownIn(request.scope).id
}

/** The same with its name, for a file that need not say whose it is. */
export function ownIn({ actor }: Scope): { id: string; name: string } {
  if (actor.kind !== 'user') throw new NotSignedIn()
  return { id: actor.organizationId, name: actor.organizationName }
}
