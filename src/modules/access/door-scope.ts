import type { FastifyRequest } from 'fastify'
import type { Scope } from '#platform/database/scope.ts'
import type { House } from '#platform/http/house.ts'

/** The product itself acts, for somebody who is not anybody yet: with the number and the place of the call it serves. */
export async function doorScope(request: FastifyRequest, house: House, job: string): Promise<Scope> {
  const scope = await house.systemScope(job)
  return { ...scope, requestId: request.scope.requestId, accessPoint: request.scope.accessPoint }
}
