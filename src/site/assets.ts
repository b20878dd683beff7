import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Styles, script and fonts. Their names hold their hash, so that a browser may keep them for a year. */
export async function serveAssets(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, maxAge: '365d', immutable: true, etag: true })
  app.get<{ Params: { file: string } }>('/assets/:file', { config: { who: 'everyone' } }, (request, reply) =>
    reply.sendFile(request.params.file),
  )
}
