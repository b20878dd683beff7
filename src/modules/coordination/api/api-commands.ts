import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Outcome } from '#kernel/outcome.ts'
import { cleanText } from '#kernel/text.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { askRequester } from '../deadlines/holding.ts'
import { confirmDate } from '../deadlines/new-date.ts'
import { lapseRequest, redirectRequest, reopenRequest } from '../ending/ending.ts'
import { sendOn } from '../ending/sending-on.ts'
import { otherRegions, passToRegion } from '../ending/to-region.ts'
import { agreeing } from '../mediation/letter.ts'
import { commandText } from '../text.nl.ts'
import { problemAnswer, reasonWithWords, requestId, stateAnswer } from './api-schema.ts'

const tags = ['coordination']
const config = { who: ['requests.take', 'requests.oversee'] as const, noStore: true }
const response = { 200: stateAnswer, 404: problemAnswer, 409: problemAnswer, 422: problemAnswer }
const redirectBody = reasonWithWords.extend({ house: z.uuid().optional() })
const teamBody = z.strictObject({ team: z.uuid() })
const regionBody = z.strictObject({
  region: z.string().min(1).max(63),
  consentBy: z.enum(agreeing),
  address: z
    .strictObject({
      postcode: z.string().regex(/^[1-9]\d{3}[A-Z]{2}$/),
      houseNumber: z.string().trim().min(1).max(20),
    })
    .optional(),
})
const passedAnswer = z.object({ id: z.uuid(), done: z.literal(true), region: z.string(), number: z.string() })
const questionBody = z.strictObject({ text: z.string().trim().min(1).max(500) })

/** The rest of the table of commands, for programs: the same commands as the pages. */
export const commandApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const at = (name: string) => `/api/care-requests/:id/${name}`

  app.post(
    at('ask-requester'),
    {
      config,
      schema: { tags, summary: 'Ask the requester; the clock rests', params: requestId, body: questionBody, response },
    },
    async ({ scope, params: { id }, body }, reply) =>
      answer(reply, id, await askRequester(scope, { requestId: id, text: cleanText(body.text) ?? '' })),
  )
  app.post(
    at('send-on'),
    {
      config,
      schema: { tags, summary: 'On to another team or desk', params: requestId, body: teamBody, response },
    },
    async ({ scope, params: { id }, body }, reply) =>
      answer(reply, id, await sendOn(scope, { requestId: id, teamId: body.team })),
  )
  app.post(
    at('redirect'),
    {
      config,
      schema: {
        tags,
        summary: 'Other help fits better; to a bed also which team has it',
        params: requestId,
        body: redirectBody,
        response,
      },
    },
    async ({ scope, params: { id }, body: { house, ...why } }, reply) =>
      answer(reply, id, await redirectRequest(scope, { requestId: id, ...why, houseId: house })),
  )
  app.post(
    at('pass-to-region'),
    {
      config,
      schema: {
        tags,
        summary:
          'To another region that runs here, by the slug of that region; there it is a new request with its own number',
        params: requestId,
        body: regionBody,
        response: { ...response, 200: passedAnswer },
      },
    },
    async ({ scope, params: { id }, body: { region, consentBy, address } }, reply) => {
      const to = (await otherRegions(scope)).find(({ slug }) => slug === region)
      const regionId = to?.regionId ?? ''
      const outcome = await passToRegion(scope, { requestId: id, regionId, consentBy, address })
      if (!outcome.ok) return refuse(reply, outcome.refusal.code)
      return reply.send({ id, done: true, region, number: outcome.value.number })
    },
  )
  app.post(
    at('lapse'),
    {
      config,
      schema: { tags, summary: 'It is not needed any more', params: requestId, body: reasonWithWords, response },
    },
    async ({ scope, params: { id }, body }, reply) =>
      answer(reply, id, await lapseRequest(scope, { requestId: id, ...body })),
  )
  app.post(
    at('reopen'),
    { config, schema: { tags, summary: 'Open it again', params: requestId, response } },
    async ({ scope, params: { id } }, reply) => answer(reply, id, await reopenRequest(scope, { requestId: id })),
  )
  app.post(
    at('confirm-date'),
    { config, schema: { tags, summary: 'Yes, also on the new date', params: requestId, response } },
    async ({ scope, params: { id } }, reply) => answer(reply, id, await confirmDate(scope, { requestId: id })),
  )
}

type Refusal = { code: Parameters<typeof commandText>[0] }

function answer(reply: FastifyReply, id: string, outcome: Outcome<void, Refusal>) {
  if (outcome.ok) return reply.send({ id, done: true })
  return refuse(reply, outcome.refusal.code)
}

/** What the body can mend, against what stands in the way of anybody. */
const ofTheBody: readonly Refusal['code'][] = [
  'reason-unknown',
  'no-beds',
  'house-unknown',
  'text-wanted',
  'region-unknown',
  'outside-region',
]

function refuse(reply: FastifyReply, code: Refusal['code']) {
  return problem(reply, ofTheBody.includes(code) ? 422 : 409, { code, title: commandText(code) })
}
