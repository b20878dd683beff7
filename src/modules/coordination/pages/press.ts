import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Outcome } from '#kernel/outcome.ts'
import { idIn } from '#platform/http/address.ts'
import { getSheet } from '../list/sheet.ts'
import { backToRequest } from './back.ts'
import { showRequest } from './show-request.tsx'

const see = { config: { who: ['requests.list', 'requests.oversee'] as const } }

type Press<Refusal> = {
  path: string
  options: { config: object }
  send: (request: FastifyRequest, requestId: string) => Promise<Outcome<unknown, Refusal>>
  /** The refusal as a sentence. */
  say: (refusal: Refusal) => string
}

/**
 * A button about one request: what it does is done, or the page of the request says why not. A page that answered a press stays
 * under its address; who asks for that address again sees the request as it is now.
 */
export function pressRoute<Refusal>(app: FastifyInstance, { path, options, send, say }: Press<Refusal>): void {
  app.post(path, options, async (request, reply) => {
    const requestId = idIn(request)
    const outcome = await send(request, requestId)
    if (outcome.ok) return backToRequest(request, reply)
    return showRequest(request, reply, 409, await getSheet(request.scope, requestId), say(outcome.refusal))
  })
  app.get(path, see, async (request, reply) => backToRequest(request, reply))
}
