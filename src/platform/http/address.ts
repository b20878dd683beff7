import type { FastifyRequest } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { NotFound } from './faults.ts'

/** The id in the address; what cannot be one leads nowhere. */
export function idIn(request: Pick<FastifyRequest, 'params'>): string {
  const { id } = request.params as { id: string }
  if (!isId(id)) throw new NotFound()
  return id
}
