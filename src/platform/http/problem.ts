import type { FastifyReply } from 'fastify'
import type { FieldErrors } from './form-reader.ts'

/** A refusal under /api as a problem document (RFC 9457): a code for programs, a Dutch sentence for people. */
export function problem(
  reply: FastifyReply,
  status: 400 | 401 | 404 | 409 | 413 | 415 | 422 | 429,
  { code, title, errors }: { code: string; title: string; errors?: FieldErrors },
): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: 'about:blank', status, code, title, ...(errors ? { errors } : {}) })
}
