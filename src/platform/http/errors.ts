import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import type { ReactNode } from 'react'
import { ActorIsStale } from '../database/scope.ts'
import { HttpFault } from './faults.ts'

const texts: Record<number, string> = {
  400: 'Dit verzoek kunnen wij niet lezen',
  401: 'Log eerst in',
  403: 'Dit hoort niet bij uw rol',
  404: 'Niet gevonden',
  408: 'Dit duurde te lang',
  413: 'Dit is te groot',
  415: 'Dit soort bestand kunnen wij niet lezen',
  429: 'Te veel verzoeken achter elkaar',
  500: 'Er ging bij ons iets mis',
  503: 'Wij kunnen nu niets opslaan of opzoeken',
}

/**
 * Every error ends here: logged once with the number that the visitor sees, and answered as a Dutch page, or under /api as a
 * problem document (RFC 9457). Nothing of the inside is shown.
 */
export function answerErrors(
  app: FastifyInstance,
  errorPage: (request: FastifyRequest, status: number, number: string) => ReactNode,
  forgetActor: (request: FastifyRequest) => void,
): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error instanceof ActorIsStale) {
      forgetActor(request)
      // Look the actor up again with the same question; a 307 keeps the method and the body.
      return reply.redirect(request.url, request.method === 'GET' ? 303 : 307)
    }
    const status = logFault(error, request)
    if (status === 429 || status === 503) reply.header('retry-after', status === 429 ? 60 : 30)
    if (request.url.startsWith('/api/')) return problem(reply.code(status), status, request.id, error)
    if (status === 401 && request.method === 'GET') {
      return reply.redirect(`/inloggen?naar=${encodeURIComponent(request.url)}`, 303)
    }
    return reply.page(status, errorPage(request, status, request.id))
  })
  app.setNotFoundHandler({ preHandler: [] }, async (request, reply) => {
    if (request.url.startsWith('/api/')) return problem(reply.code(404), 404, request.id)
    return reply.page(404, errorPage(request, 404, request.id))
  })
}

function problem(
  reply: { type(t: string): { send(body: unknown): unknown } },
  status: number,
  number: string,
  error?: FastifyError,
) {
  return reply.type('application/problem+json').send({
    type: 'about:blank',
    status,
    title: texts[status] ?? texts[status >= 500 ? 500 : 400],
    instance: `urn:wijkpoort:${number}`,
    ...(error?.validation
      ? { errors: error.validation.map((one) => ({ field: one.instancePath, message: one.message })) }
      : {}),
  })
}

/** Logs what went wrong, once, and answers with which status that is told. */
export function logFault(error: Error & { statusCode?: number }, request: FastifyRequest): number {
  const status = statusOf(error)
  if (status >= 500) request.log.error({ err: traceOf(error) }, 'fault')
  else request.log.info({ status, fault: error.name }, 'refused')
  return status
}

function statusOf(error: Error & { statusCode?: number }): number {
  if (error instanceof HttpFault) return error.status
  if (isOutOfReach(error)) return 503
  const status = error.statusCode ?? 500
  return status >= 400 && status < 600 ? status : 500
}

/**
 * The database is full, stopping, away or has more to do than it can: reading may still go, writing does not. SQLSTATE classes
 * 53, 57P and 08; `pg` itself tells by its message only that no connection came free in time, or that one broke off.
 */
function isOutOfReach(error: Error & { code?: unknown }): boolean {
  const code = typeof error.code === 'string' ? error.code : ''
  if (code === '') return /^(timeout exceeded when trying to connect|Connection terminated)/.test(error.message)
  return /^(53|57P|08)/.test(code) || /ECONNREFUSED|ENOENT|ECONNRESET/.test(code) || code === '25006'
}

/** Names and places of a fault, never the values: a database message can quote what somebody typed. */
function traceOf(error: Error & { code?: unknown; constraint?: unknown }) {
  return {
    type: error.name,
    code: error.code,
    constraint: error.constraint,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
  }
}
