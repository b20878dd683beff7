import type { FastifyRequest } from 'fastify'
import type { FormReader } from '#platform/http/form-reader.ts'

/** Whether one comes from saving. */
export function wasSaved(request: FastifyRequest): boolean {
  return (request.query as { bewaard?: unknown }).bewaard === 'ja'
}

/** The version that the person looked at; 0 for something new. */
export function versionIn(form: FormReader, known: unknown): number {
  const required = known === undefined ? undefined : 'Ververs de pagina en probeer opnieuw'
  return form.integer('version', { min: 0, max: 999_999_999, required }) ?? 0
}
