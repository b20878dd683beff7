import type { FastifyInstance } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#platform/http/faults.ts'
import { findContactPhoto } from '../team-contacts.ts'
import { paths } from './paths.ts'

/** The picture of a contact person. Its address changes with the picture, so that a browser may keep it for good. */
export function photoRoute(app: FastifyInstance): void {
  app.get(paths.photo(':id', ':photo'), { config: { who: 'everyone' } }, async (request, reply) => {
    const { id, photo } = request.params as { id: string; photo: string }
    const found = isId(id) ? await findContactPhoto(request.scope, id, photo) : undefined
    if (!found) throw new NotFound()
    return reply
      .header('content-type', found.contentType)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('x-content-type-options', 'nosniff')
      .send(found.content)
  })
}
