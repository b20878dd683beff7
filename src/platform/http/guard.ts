import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, may } from '#kernel/actor.ts'
import { NotAllowed, NotSignedIn } from './faults.ts'
import type { Who } from './types.ts'

/** What a server answers to, for whoever checks that nothing was left out. */
export type DeclaredRoute = { method: string; url: string; who: Who }

const declared = new WeakMap<object, DeclaredRoute[]>()

/** Every route of this server, with who may ask. */
export function declaredRoutes(app: FastifyInstance): readonly DeclaredRoute[] {
  return declared.get(app.server) ?? []
}

/**
 * Holds every route to what it says about who may ask. A route that says nothing does not start: forgetting is the fault
 * this guards against.
 */
export function guardRoutes(app: FastifyInstance): void {
  const routes: DeclaredRoute[] = []
  declared.set(app.server, routes)
  app.addHook('onRoute', (route) => {
    if (!route.config?.who)
      throw new Error(`Route ${String(route.method)} ${route.url} does not say who may ask (config.who).`)
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, who: route.config.who })
  })
  app.addHook('preValidation', async (request) => {
    if (!request.is404) admit(request.scope.actor, request.routeOptions.config.who ?? 'signed-in')
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (keepsNothing(request)) reply.header('cache-control', 'no-store')
    return payload
  })
}

function admit(actor: Actor, who: Who): void {
  if (who === 'everyone') return
  if (actor.kind !== 'user') throw new NotSignedIn()
  if (who === 'signed-in') return
  const wanted = typeof who === 'string' ? [who] : who
  if (!wanted.some((permission) => may(actor, permission))) throw new NotAllowed()
}

function keepsNothing(request: FastifyRequest): boolean {
  const { noStore, who } = request.routeOptions.config
  return noStore ?? who !== 'everyone'
}
