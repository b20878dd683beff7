import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isId } from '#kernel/ids.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { agreeOnWay, cancelProposal, getAgreed, proposeWayOfWorking } from './proposing.ts'
import { fillIn } from './rules/presets.ts'
import { presets } from './rules/way-of-working.ts'
import { agreeRefusalText, proposeRefusalText } from './text.nl.ts'
import { wayOfWorkingSchema } from './way-of-working-schema.ts'

const id = z.string().refine(isId, 'Not an id')
const problemAnswer = z.looseObject({ status: z.number(), title: z.string(), code: z.string().optional() })
const proposal = z.strictObject({
  id,
  value: wayOfWorkingSchema,
  effectiveOn: z.iso.date(),
  agreed: z.boolean(),
  cancelled: z.boolean(),
})
const proposeBody = z.strictObject({
  effectiveOn: z.iso.date(),
  /** A whole way of working, or the name of one that is filled in. */
  way: z.union([z.strictObject({ preset: z.enum(presets) }), z.strictObject({ value: wayOfWorkingSchema })]),
})

/** The way of working for programs of the region: read, propose, agree, take back. */
export const regionsApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const config = { who: 'region.manage' as const, noStore: true }
  const tags = ['region']

  app.get(
    '/api/way-of-working',
    {
      config,
      schema: {
        tags,
        summary: 'What the region has agreed, and its proposals',
        response: { 200: z.strictObject({ now: wayOfWorkingSchema, versions: z.array(proposal) }) },
      },
    },
    async ({ scope }) => {
      const { now, versions } = await getAgreed(scope)
      return {
        now,
        versions: versions.map(({ agreedAt, cancelledAt, proposedAt: _, ...version }) => ({
          ...version,
          agreed: agreedAt !== null,
          cancelled: cancelledAt !== null,
        })),
      }
    },
  )

  app.post(
    '/api/way-of-working/proposals',
    {
      config,
      schema: {
        tags,
        summary: 'Propose a way of working; nothing changes yet',
        body: proposeBody,
        response: { 200: z.strictObject({ id }), 422: problemAnswer },
      },
    },
    async ({ scope, body: { way, effectiveOn } }, reply) => {
      const { now } = await getAgreed(scope)
      // The desk of the region is no choice of a way of working.
      const value =
        'preset' in way ? fillIn(way.preset, now.fallbackDeskId) : { ...way.value, fallbackDeskId: now.fallbackDeskId }
      const outcome = await proposeWayOfWorking(scope, { value, effectiveOn })
      if (outcome.ok) return outcome.value
      return problem(reply, 422, { code: outcome.refusal, title: proposeRefusalText[outcome.refusal] })
    },
  )

  const commands = { agree: agreeOnWay, cancel: cancelProposal }
  for (const [name, command] of Object.entries(commands)) {
    app.post(
      `/api/way-of-working/proposals/:id/${name}`,
      {
        config,
        schema: {
          tags,
          summary: name === 'agree' ? 'Agree on it: it holds from its day' : 'Take it back',
          params: z.strictObject({ id }),
          response: { 200: z.strictObject({ id, done: z.literal(true) }), 404: problemAnswer, 409: problemAnswer },
        },
      },
      async ({ scope, params }, reply) => {
        const outcome = await command(scope, { id: params.id })
        if (outcome.ok) return { id: params.id, done: true as const }
        return problem(reply, 409, { code: outcome.refusal, title: agreeRefusalText[outcome.refusal] })
      },
    )
  }
}
