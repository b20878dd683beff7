import type { FastifyReply } from 'fastify'
import { isId } from '#kernel/ids.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { Routes } from '#platform/http/house.ts'
import { type OpenedAttachment, openAttachment } from '../attachments.ts'
import { paths } from './paths.ts'

/**
 * A file, for whoever may open the identity. It is offered for saving and never shown in our own origin: what is in it was
 * made by somebody else.
 */
export const attachmentRoutes: Routes = (app) => {
  app.get<{ Params: { id: string; attachmentId: string } }>(
    paths.attachment(':id', ':attachmentId'),
    { config: { who: ['requests.refer', 'requests.take'], noStore: true } },
    async (request, reply) => {
      const { id, attachmentId } = request.params
      if (!isId(id) || !isId(attachmentId)) throw new NotFound()
      return sendAttachment(reply, await openAttachment(request.scope, { requestId: id, attachmentId }))
    },
  )
}

/** For saving only: nothing in it may run where our pages do. */
export function sendAttachment(reply: FastifyReply, { name, contentType, content }: OpenedAttachment): FastifyReply {
  return reply
    .header('content-disposition', disposition(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType)
    .send(content)
}

/** RFC 6266 with the encoding of RFC 5987, and a plain name for programs that know neither. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
