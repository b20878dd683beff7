import type { FastifyInstance } from 'fastify'

/**
 * One line per request: the route's pattern instead of the address (an address can hold a key or a name), never a body, a
 * query or a header.
 */
export function loggedRequest(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}
