import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { FormIsForeign } from './faults.ts'

/**
 * Browser forms are ours when three things hold: the browser says the post comes from our own site (Sec-Fetch-Site or
 * Origin, where it sends them), the visitor has our random cookie, and the form sends back the token made from it
 * (double submit). API calls carry a bearer token instead of a cookie and need none of this.
 */
export function guardForms(app: FastifyInstance, secure: boolean): void {
  const name = secure ? '__Host-form' : 'form'
  app.decorateRequest('csrfToken', function (this: FastifyRequest) {
    return formTokenOf(secretOf(this))
  })
  app.addHook('onRequest', async (request, reply) => {
    const known = request.cookies[name]
    const secret = known && /^[\w-]{32}$/.test(known) ? known : randomBytes(24).toString('base64url')
    secrets.set(request, secret)
    if (secret !== known && request.method === 'GET' && wantsPage(request) && !isEmbedded(request)) {
      reply.setCookie(name, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 30 * 86_400 })
    }
  })
  app.addHook('preHandler', async (request) => {
    if (request.method !== 'POST' || request.is404 || isApi(request) || request.routeOptions.config.csrf === false)
      return
    if (comesFromElsewhere(request)) throw new FormIsForeign()
    if (request.isMultipart()) return // read by the route itself, which calls checkFormToken with the field
    checkFormToken(request, (request.body as Record<string, unknown> | undefined)?._csrf)
  })
}

const secrets = new WeakMap<FastifyRequest, string>()

function secretOf(request: FastifyRequest): string {
  return secrets.get(request) ?? ''
}

/** Throws when the token is not the one this visitor's forms carry. */
export function checkFormToken(request: FastifyRequest, given: unknown): void {
  const expected = Buffer.from(formTokenOf(secretOf(request)))
  const sent = Buffer.from(typeof given === 'string' ? given : '')
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) throw new FormIsForeign()
}

/** The token that belongs to a visitor's cookie. */
export function formTokenOf(secret: string): string {
  return createHash('sha256').update(`form:${secret}`).digest('base64url')
}

function comesFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.origin
  return origin !== undefined && origin !== `${request.protocol}://${request.host}`
}

/** Inside a page of somebody else, where a cookie would be one of a third party. */
function isEmbedded(request: FastifyRequest): boolean {
  return request.routeOptions.config.embedded === true
}

function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/')
}

function wantsPage(request: FastifyRequest): boolean {
  return !isApi(request) && (request.headers.accept ?? '').includes('text/html')
}
