import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { lights } from '#kernel/lights.ts'
import type { Routes } from '#platform/http/house.ts'
import { careKindQuery, oneCell } from './api-schema.ts'
import { lightAt } from './history.ts'

const momentQuery = careKindQuery.extend({
  at: z.iso.datetime({ offset: true }).describe('The moment that is asked about'),
})

/** What a light was at a moment: for whoever wants to know it of a request that was taken or refused then. */
export const historyApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/lights/:team/:on/:daypart/then',
    {
      config: { who: 'everyone', noStore: true, limit: { calls: 300, minutes: 5 } },
      schema: {
        tags: ['capacity'],
        summary: 'What the light of a team was at a moment',
        description:
          'As far as what was said is kept: of a standing pattern only since its newest confirmation. Unknown for who may not see the lights of this team.',
        params: oneCell,
        querystring: momentQuery,
        response: { 200: z.strictObject({ light: z.enum(lights) }) },
      },
    },
    async ({ scope, params, query }) => {
      const { team, on, daypart } = params
      return {
        light: await lightAt(scope, { teamId: team, on, daypart, careKind: query.careKind, at: new Date(query.at) }),
      }
    },
  )
}
