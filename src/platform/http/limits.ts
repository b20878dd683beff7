import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

/** Calls a minute from one client address; a GP practice or hospital behind one address fits in it easily. */
const general = 1200

/** Limits per client address; routes that guard a secret or take a form set a tighter one of their own (`config.limit`). */
export async function limitCalls(app: FastifyInstance): Promise<void> {
  // Before the plugin's own hook, which reads what this one sets.
  app.addHook('onRoute', (route) => {
    const limit = route.config?.limit
    if (limit) {
      route.config = {
        ...route.config,
        rateLimit: { max: limit.calls, timeWindow: limit.minutes * 60_000 },
      } as typeof route.config
    }
  })
  await app.register(rateLimit, {
    global: true,
    max: general,
    timeWindow: 60_000,
    cache: 20_000,
    allowList: (request) => request.url === '/healthz' || request.url === '/readyz',
  })
}
