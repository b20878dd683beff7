import type { FastifyRequest } from 'fastify'
import { systemScope } from '#platform/database/as-system.ts'
import type { Scope } from '#platform/database/scope.ts'

/** The product itself acts, for somebody who is not anybody yet: with the number and the place of the call it serves. */
export function doorScope(request: FastifyRequest, job: string): Scope {
  return systemScope(request.scope, job)
}
