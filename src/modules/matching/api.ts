import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Routes } from '#platform/http/house.ts'
import type { Factor } from './rules/points.ts'
import type { Party } from './rules/wanted.ts'
import { getShortlist, reasonWords, whoReads } from './shortlist.ts'
import { barrierSentence, factorSentence } from './text.nl.ts'

const team = z.object({
  id: z.uuid(),
  name: z.string(),
  organization: z.object({ id: z.uuid(), name: z.string() }),
})
const reason = z.object({
  code: z.string(),
  points: z.number().int(),
  most: z.number().int(),
  sentence: z.string().describe('In Dutch, with the figure behind it'),
})
const shortlistAnswer = z.object({
  candidates: z
    .array(
      z.object({
        place: z.number().int(),
        points: z.number().int(),
        team,
        reasons: z.array(reason),
        taken: z
          .object({ week: z.number().int(), month: z.number().int() })
          .describe('Requests that its organisation took in the last 7 and 30 days'),
        rises: z
          .array(z.object({ code: z.string(), points: z.number().int(), place: z.number().int() }))
          .describe('What would move it up, with the points that it lacks there and the place it would have'),
      }),
    )
    .describe('Who can take it, best first; who has as many points as another shares its place'),
  excluded: z
    .array(z.object({ team, barriers: z.array(z.object({ code: z.string(), sentence: z.string() })) }))
    .describe('Everyone else, with each rule that keeps them off the list'),
  split: z
    .object({
      by: z.enum(['daypart', 'care-kind']),
      keeper: team,
      parts: z.array(z.object({ team, dayparts: z.array(z.string()), careKinds: z.array(z.string()) })),
    })
    .nullable()
    .describe('The fewest teams that together can, when nobody can alone'),
})

/** The same list for programs. */
export const matchingApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/care-requests/:id/shortlist',
    {
      config: { who: ['requests.list', 'requests.oversee'], noStore: true },
      schema: {
        tags: ['matching'],
        summary: 'Who can take a request, in which order and why: advice, nothing is decided by it',
        params: z.object({ id: z.uuid() }),
        response: { 200: shortlistAnswer },
      },
    },
    async ({ scope, params }) => {
      const { candidates, excluded, split } = await getShortlist(scope, params.id)
      const reasonText = await reasonWords(scope)
      return {
        candidates: candidates.map(({ place, points, party, factors, rises }) => ({
          place,
          points,
          team: toTeam(party),
          reasons: factors.map(toReason),
          taken: party.taken,
          rises: rises.map(({ factor, place: then }) => ({
            code: factor.code,
            points: factor.most - factor.points,
            place: then,
          })),
        })),
        excluded: excluded.map(({ party, barriers }) => ({
          team: toTeam(party),
          barriers: barriers.map((barrier) => ({
            code: barrier.code === 'unwanted' && whoReads(scope, party) === 'all' ? 'not-eligible' : barrier.code,
            sentence: barrierSentence(barrier, reasonText, whoReads(scope, party)),
          })),
        })),
        split: split
          ? {
              by: split.by,
              keeper: toTeam(split.keeper),
              parts: split.parts.map(({ party, dayparts, careKinds }) => ({
                team: toTeam(party),
                dayparts: [...dayparts],
                careKinds: [...careKinds],
              })),
            }
          : null,
      }
    },
  )
}

function toTeam({ teamId, teamName, organizationId, organizationName }: Party) {
  return { id: teamId, name: teamName, organization: { id: organizationId, name: organizationName } }
}

function toReason(factor: Factor) {
  const { code, points, most } = factor
  return { code, points, most, sentence: factorSentence(factor) }
}
