import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Styles, script and fonts. Their names hold their hash, so that a browser may keep them for a year; the build pressed them. */
export async function serveAssets(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    maxAge: '365d',
    immutable: true,
    etag: true,
    lastModified: false,
  })
  app.get<{ Params: { file: string } }>('/assets/:file', { config: { who: 'everyone' } }, (request, reply) =>
    reply.header('vary', 'accept-encoding').sendFile(request.params.file),
  )
}
