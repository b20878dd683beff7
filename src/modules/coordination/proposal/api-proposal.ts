import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isId } from '#kernel/ids.ts'
import type { Routes } from '#platform/http/house.ts'
import { commandText } from '../text.nl.ts'
import { acceptProposal } from './accepting.ts'

const id = z.string().refine(isId, 'Not an id')
const acceptBody = z.strictObject({
  proposal: id.describe('The one that was seen: when a newer one is there, nothing is done'),
  careRequests: z.union([z.literal('all'), z.array(id).min(1).max(300)]),
})
const acceptAnswer = z.array(
  z.strictObject({
    careRequest: id,
    organization: id,
    done: z.enum(['taken', 'assigned']).nullable(),
    refusal: z.strictObject({ code: z.string(), title: z.string() }).nullable(),
  }),
)

/** Following a division for programs: the same commands as the page, each line by itself. */
export const proposalApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.post(
    '/api/coordinating-teams/:id/proposal/accept',
    {
      config: { who: 'requests.take', noStore: true },
      schema: {
        tags: ['coordination'],
        summary: 'Follows a division for all or some requests: own ones are taken, others assigned to confirm',
        params: z.strictObject({ id }),
        body: acceptBody,
        response: { 200: acceptAnswer },
      },
    },
    async ({ scope, params, body }) => {
      const input = { teamId: params.id, proposalId: body.proposal, requestIds: body.careRequests }
      return (await acceptProposal(scope, input)).map(({ requestId, organizationId, done, refusal }) => ({
        careRequest: requestId,
        organization: organizationId,
        done: done ?? null,
        refusal: refusal
          ? { code: refusal, title: refusal === 'not-there' ? 'Niet meer op deze lijst.' : commandText(refusal) }
          : null,
      }))
    },
  )
}
