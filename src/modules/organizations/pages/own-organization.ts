import type { FastifyRequest } from 'fastify'
import { NotSignedIn } from '#platform/http/faults.ts'

/** The organisation in whose name this person works: never one that an address or form names. */
export function ownOrganization(request: FastifyRequest): string {
  const { actor } = request.scope
  if (actor.kind !== 'user') throw new NotSignedIn()
  return actor.organizationId
}
