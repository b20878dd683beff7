import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isId } from '#kernel/ids.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { problemAnswer, requestId, stateAnswer } from '../api/api-schema.ts'
import { consultRefusalText } from './consult.nl.ts'
import { answerConsult, askConsult, type ConsultRefusal, withdrawConsult } from './consulting.ts'
import { type Consult, listConsults } from './consults.ts'

const tags = ['consult']
const asks = { who: ['requests.take', 'requests.oversee'] as const, noStore: true }
const advises = { who: 'consult.answer' as const, noStore: true }
const id = z.string().refine(isId, 'Not an id')
const moment = z.iso.datetime()
const params = z.strictObject({ id })
const response = { 200: stateAnswer, 404: problemAnswer, 409: problemAnswer, 422: problemAnswer }

const consultAnswer = z.strictObject({
  id,
  request: id,
  team: id,
  teamName: z.string(),
  askedBy: z.string(),
  question: z.string(),
  askedAt: moment,
  answerBy: moment,
  answer: z.string().nullable(),
  answeredAt: moment.nullable(),
})

/** Advice for programs: the same commands as the pages; nothing in it says who it is about. */
export const consultApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/consults',
    {
      config: { who: ['consult.answer', 'requests.take'], noStore: true },
      schema: {
        tags,
        summary: 'What one’s teams were asked, what they answered, and what one’s organisation asked',
        response: {
          200: z.strictObject({
            toAnswer: z.array(consultAnswer),
            answered: z.array(consultAnswer),
            asked: z.array(consultAnswer),
          }),
        },
      },
    },
    async ({ scope }) => {
      const { toAnswer, answered, asked } = await listConsults(scope)
      return { toAnswer: toAnswer.map(told), answered: answered.map(told), asked: asked.map(told) }
    },
  )

  app.post(
    '/api/care-requests/:id/consults',
    {
      config: asks,
      schema: {
        tags,
        summary: 'Ask a specialised team; the request stays where it is',
        params: requestId,
        body: z.strictObject({ team: id, question: z.string().trim().min(1).max(2000) }),
        response,
      },
    },
    async ({ scope, params: { id: request }, body }, reply) => {
      const outcome = await askConsult(scope, { requestId: request, teamId: body.team, question: body.question })
      return outcome.ok ? { id: outcome.value, done: true as const } : refuse(reply, outcome.refusal)
    },
  )

  app.post(
    '/api/consults/:id/answer',
    {
      config: advises,
      schema: {
        tags,
        summary: 'Give the advice',
        params,
        body: z.strictObject({ answer: z.string().trim().min(1).max(4000) }),
        response,
      },
    },
    async ({ scope, params: { id: consult }, body }, reply) => {
      const outcome = await answerConsult(scope, { id: consult, answer: body.answer })
      return outcome.ok ? { id: consult, done: true as const } : refuse(reply, outcome.refusal)
    },
  )

  app.post(
    '/api/consults/:id/withdraw',
    { config: asks, schema: { tags, summary: 'It is not needed any more', params, response } },
    async ({ scope, params: { id: consult } }, reply) => {
      const outcome = await withdrawConsult(scope, { id: consult })
      return outcome.ok ? { id: consult, done: true as const } : refuse(reply, outcome.refusal)
    },
  )
}

function refuse(reply: FastifyReply, { code }: ConsultRefusal) {
  return problem(reply, code === 'text-wanted' ? 422 : 409, { code, title: consultRefusalText[code] })
}

function told(consult: Consult): z.input<typeof consultAnswer> {
  return {
    id: consult.id,
    request: consult.requestId,
    team: consult.teamId,
    teamName: consult.teamName,
    askedBy: consult.askedByOrganization,
    question: consult.question,
    askedAt: consult.askedAt.toISOString(),
    answerBy: consult.answerBy.toISOString(),
    answer: consult.answer,
    answeredAt: consult.answeredAt?.toISOString() ?? null,
  }
}
