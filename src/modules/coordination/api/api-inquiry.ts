import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { dayparts } from '#kernel/dayparts.ts'
import { isId } from '#kernel/ids.ts'
import { lights } from '#kernel/lights.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cleanText } from '#kernel/text.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { answerInquiry, askParties, assignParty, chooseOffer, stopAsking } from '../inquiry/inquiring.ts'
import type { Refusal } from '../inquiry/refusals.ts'
import { getSheet } from '../list/sheet.ts'
import { answers } from '../rules/inquiry.ts'
import { commandText } from '../text.nl.ts'
import { problemAnswer, requestId, stateAnswer } from './api-schema.ts'

const tags = ['coordination']
const id = z.string().refine(isId, 'Not an id')
const hold = { who: ['requests.take', 'requests.oversee'] as const, noStore: true }
const take = { who: 'requests.take' as const, noStore: true }
const choose = { who: ['requests.take', 'requests.oversee', 'requests.refer'] as const, noStore: true }
const changed = { 200: stateAnswer, 404: problemAnswer, 409: problemAnswer, 422: problemAnswer }

const askBody = z.strictObject({ organizations: z.union([z.literal('all'), z.array(id).min(1).max(100)]) })
const partyBody = z.strictObject({ organization: id })
const answerBody = z.strictObject({
  answer: z.enum(answers),
  startOn: z.iso.date().optional(),
  dayparts: z.array(z.enum(dayparts)).max(4).optional(),
  reason: z.string().max(40).optional(),
  remark: z.string().trim().min(1).max(500).optional(),
})
const inquiryAnswer = z.strictObject({
  why: z.string(),
  answerBy: z.iso.datetime(),
  answers: z.array(
    z.strictObject({
      organization: z.string(),
      organizationId: id,
      answer: z.enum(answers).nullable(),
      /** It said yes, and the date moved since. */
      askedAgainAt: z.iso.datetime().nullable(),
      startOn: z.iso.date().nullable(),
      dayparts: z.array(z.enum(dayparts)),
      reason: z.string().nullable(),
      remark: z.string().nullable(),
      lightsThen: z
        .array(z.strictObject({ team: z.string(), on: z.iso.date(), daypart: z.enum(dayparts), light: z.enum(lights) }))
        .describe('Of who said no: the lights of its teams there at that moment, as far as this caller may see them'),
    }),
  ),
})

/** Asking, answering and choosing, for programs: the same commands as the pages. */
export const inquiryApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const at = (name: string) => `/api/care-requests/:id/${name}`

  app.get(
    at('inquiry'),
    {
      config: { who: ['requests.list', 'requests.oversee'], noStore: true },
      schema: {
        tags,
        summary: 'The question that runs, with the answers that are for this caller',
        params: requestId,
        response: { 200: inquiryAnswer, 404: problemAnswer },
      },
    },
    async ({ scope, params }, reply) => {
      const { inquiry, refusals } = await getSheet(scope, params.id)
      if (!inquiry) return problem(reply, 404, { code: 'not-asked', title: commandText('not-asked') })
      return {
        why: inquiry.why,
        answerBy: inquiry.answerBy.toISOString(),
        answers: inquiry.answers.map(({ organizationName, askedAgainAt, ...answer }) => ({
          ...answer,
          askedAgainAt: askedAgainAt?.toISOString() ?? null,
          organization: organizationName,
          lightsThen: answer.answer === 'cannot' ? lightsOf(refusals, answer.organizationId) : [],
        })),
      }
    },
  )

  app.post(
    at('ask'),
    {
      config: hold,
      schema: {
        tags,
        summary: 'Ask one, some or all organisations',
        params: requestId,
        body: askBody,
        response: changed,
      },
    },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await askParties(scope, { requestId: params.id, organizationIds: body.organizations })),
  )

  app.post(
    at('assign'),
    {
      config: hold,
      schema: {
        tags,
        summary: 'Assign to one organisation, that confirms',
        params: requestId,
        body: partyBody,
        response: changed,
      },
    },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await assignParty(scope, { requestId: params.id, organizationId: body.organization })),
  )

  app.post(
    at('stop-asking'),
    { config: hold, schema: { tags, summary: 'Stop what is asked', params: requestId, response: changed } },
    async ({ scope, params }, reply) => answer(reply, params.id, await stopAsking(scope, { requestId: params.id })),
  )

  app.post(
    at('answer'),
    {
      config: take,
      schema: {
        tags,
        summary: 'Answer for one’s own organisation',
        params: requestId,
        body: answerBody,
        response: changed,
      },
    },
    async ({ scope, params, body }, reply) => {
      const remark = body.remark === undefined ? undefined : cleanText(body.remark)
      if (body.remark !== undefined && remark === undefined)
        return problem(reply, 422, { code: 'unreadable-text', title: 'In de toelichting staat een onleesbaar teken' })
      return answer(reply, params.id, await answerInquiry(scope, { requestId: params.id, ...body, remark }))
    },
  )

  app.post(
    at('choose'),
    {
      config: choose,
      schema: { tags, summary: 'Choose one of the offers', params: requestId, body: partyBody, response: changed },
    },
    async ({ scope, params, body }, reply) =>
      answer(reply, params.id, await chooseOffer(scope, { requestId: params.id, organizationId: body.organization })),
  )
}

/** What the lights told when this organisation last said no. */
function lightsOf(refusals: readonly Refusal[], organizationId: string) {
  const last = refusals.find((one) => one.organizationId === organizationId)
  return (last?.lights ?? []).map(({ team, on, daypart, light }) => ({ team, on, daypart, light }))
}

const badInput = [
  'party-unknown',
  'nobody-chosen',
  'reason-unknown',
  'text-wanted',
  'date-wanted',
  'date-over',
  'dayparts-wanted',
]

function answer(
  reply: FastifyReply,
  requestId: string,
  outcome: Outcome<void, { code: Parameters<typeof commandText>[0] }>,
) {
  if (outcome.ok) return reply.send({ id: requestId, done: true })
  const { code } = outcome.refusal
  return problem(reply, badInput.includes(code) ? 422 : 409, { code, title: commandText(code) })
}
