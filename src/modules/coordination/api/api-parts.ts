import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { careKinds } from '#kernel/care-kinds.ts'
import { dayparts } from '#kernel/dayparts.ts'
import { isId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cleanText } from '#kernel/text.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { joinRequest, splitRequest } from '../parts/splitting.ts'
import { askParties, confirmPartStart, refusePart, returnPart, takePart } from '../parts/taking-part.ts'
import { splits } from '../rules/parts/dividing.ts'
import { acceptSwap, proposeSwap, refuseSwap, takeBackSwap } from '../swap/swapping.ts'
import { type CommandCode, commandText } from '../text.nl.ts'
import { problemAnswer, reasonWithWords, requestId, returnBody, startBody, stateAnswer } from './api-schema.ts'

const tags = ['coordination']
const config = { who: 'requests.take' as const, noStore: true }
const hold = { who: ['requests.take', 'requests.oversee'] as const, noStore: true }
const response = { 200: stateAnswer, 404: problemAnswer, 409: problemAnswer, 422: problemAnswer }
const id = z.string().refine(isId, 'Not an id')
const partParams = z.strictObject({ id, partId: id })
const splitBody = z.strictObject({
  by: z.enum(splits),
  /** The part, counted from 0, whose taker keeps the overview. */
  overview: z.number().int().min(0).max(2),
  parts: z
    .array(
      z.strictObject({ pieces: z.array(z.enum([...dayparts, ...careKinds])).max(20), organizationId: id.optional() }),
    )
    .max(6),
})
const takeBody = z.strictObject({ startsOn: z.iso.date().optional() })
const askBody = z.strictObject({ organizationIds: z.array(id).min(1).max(100) })
const reasonBody = z.strictObject({ reason: z.string().min(1).max(40) })
const swapBody = z.strictObject({
  organizationId: id,
  partId: id.optional(),
  takesOverOn: z.iso.date().optional(),
  remark: z.string().trim().min(1).max(500).optional(),
})

/** Dividing a request, its parts, and handing a client over, for programs: the same commands as the pages. */
export const partsApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const at = (name: string) => `/api/care-requests/:id/${name}`
  const atPart = (name: string) => `/api/care-requests/:id/parts/:partId/${name}`

  app.post(
    at('split'),
    {
      config: hold,
      schema: { tags, summary: 'Divide it over several takers', params: requestId, body: splitBody, response },
    },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await splitRequest(scope, { requestId: params.id, ...body })),
  )
  app.post(
    at('join'),
    { config: hold, schema: { tags, summary: 'Make it whole again', params: requestId, response } },
    async ({ scope, params }, reply) => answer(reply, params.id, await joinRequest(scope, { requestId: params.id })),
  )
  app.post(
    atPart('take'),
    { config, schema: { tags, summary: 'Take one part', params: partParams, body: takeBody, response } },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await takePart(scope, { ...of(params), ...body })),
  )
  app.post(
    atPart('return'),
    {
      config,
      schema: { tags, summary: 'Give one part back, with a reason', params: partParams, body: returnBody, response },
    },
    async ({ scope, params, body: { reason, text } }, reply) =>
      answer(reply, params.id, await returnPart(scope, { ...of(params), reason, text: text && cleanText(text) })),
  )
  app.post(
    atPart('start'),
    {
      config,
      schema: { tags, summary: 'Confirm that a part has begun', params: partParams, body: startBody, response },
    },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await confirmPartStart(scope, { ...of(params), ...body })),
  )
  app.post(
    atPart('ask'),
    {
      config: hold,
      schema: { tags, summary: 'Ask organisations for one part', params: partParams, body: askBody, response },
    },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await askParties(scope, { ...of(params), ...body })),
  )
  app.post(
    atPart('refuse'),
    { config, schema: { tags, summary: 'Cannot do this part', params: partParams, body: reasonWithWords, response } },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await refusePart(scope, { ...of(params), ...body })),
  )
  app.post(
    at('swap'),
    { config, schema: { tags, summary: 'Propose to hand it over', params: requestId, body: swapBody, response } },
    async ({ scope, params, body: { remark, ...rest } }, reply) =>
      answer(
        reply,
        params.id,
        await proposeSwap(scope, { requestId: params.id, ...rest, remark: remark && cleanText(remark) }),
      ),
  )
  app.post(
    at('swap/accept'),
    { config, schema: { tags, summary: 'Take the client over', params: requestId, response } },
    async ({ scope, params }, reply) => answer(reply, params.id, await acceptSwap(scope, { requestId: params.id })),
  )
  app.post(
    at('swap/refuse'),
    { config, schema: { tags, summary: 'Cannot take the client over', params: requestId, body: reasonBody, response } },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await refuseSwap(scope, { requestId: params.id, ...body })),
  )
  app.post(
    at('swap/take-back'),
    { config, schema: { tags, summary: 'Take the proposal back', params: requestId, response } },
    async ({ scope, params }, reply) => answer(reply, params.id, await takeBackSwap(scope, { requestId: params.id })),
  )
}

const of = ({ id: request, partId }: { id: string; partId: string }) => ({ requestId: request, partId })

const badInput: readonly CommandCode[] = [
  'reason-unknown',
  'text-wanted',
  'in-the-future',
  'too-long-ago',
  'date-over',
  'piece-missing',
  'piece-twice',
  'piece-unknown',
  'one-part-only',
  'too-many-parts',
  'overview-missing',
  'party-unknown',
  'nobody-chosen',
  'swap-with-oneself',
  'part-wanted',
]

function answer(reply: FastifyReply, request: string, outcome: Outcome<void, { code: CommandCode; takenBy?: string }>) {
  if (outcome.ok) return reply.send({ id: request, done: true })
  const { code, takenBy } = outcome.refusal
  return problem(reply, badInput.includes(code) ? 422 : 409, { code, title: commandText(code, takenBy) })
}
