import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { version } from './version.ts'

/** The description of the API, made from the same schemas that check the calls. Pages are left out. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Wijkpoort',
        version,
        description:
          'One regional front door for home nursing. Sign in with a bearer token; moments are ISO 8601 in UTC, days are YYYY-MM-DD.',
        license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
      },
      // Where this document was asked for: every region has an address of its own.
      servers: [{ url: '/' }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    transform: (options) => {
      const transformed = jsonSchemaTransform(options as Parameters<typeof jsonSchemaTransform>[0])
      if (options.url.startsWith('/api/')) return transformed
      return { ...transformed, schema: { ...transformed.schema, hide: true } }
    },
  })
  app.get('/api/openapi.json', { config: { who: 'everyone' }, schema: { hide: true } as object }, async () =>
    app.swagger(),
  )
}
