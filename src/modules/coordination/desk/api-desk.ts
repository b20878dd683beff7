import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isId, newId } from '#kernel/ids.ts'
import { parsePhone } from '#kernel/phone.ts'
import { sources } from '#modules/requests/index.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { problemAnswer, stateAnswer } from '../api/api-schema.ts'
import { getBoard } from './board.ts'
import { logCall } from './calls.ts'
import { callRefusalText } from './desk.nl.ts'
import { keepPromise } from './promises.ts'

const tags = ['desk']
const config = { who: 'desk.work', noStore: true } as const
const id = z.string().refine(isId, 'Not an id')
const moment = z.iso.datetime()
const phone = z.string().transform((line, context) => {
  const parsed = parsePhone(line)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: 'Dit is geen telefoonnummer' })
  return z.NEVER
})

const callBody = z.strictObject({
  desk: id,
  /** The same key sent twice is one call. */
  key: id.optional(),
  callerKind: z.enum(sources),
  callerName: z.string().trim().min(1).max(100),
  callerPhone: phone.optional(),
  note: z.string().trim().max(2000).default(''),
  promise: z.strictObject({ words: z.string().trim().min(1).max(200), dueAt: moment }).optional(),
})

const callAnswer = z.strictObject({
  id,
  desk: id,
  takenAt: moment,
  takenBy: z.string(),
  callerKind: z.string(),
  callerName: z.string(),
  callerPhone: z.string().nullable(),
  note: z.string(),
  request: id.nullable(),
})
const promiseAnswer = z.strictObject({
  id,
  desk: id,
  words: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  dueAt: moment,
  escalationLevel: z.number(),
})

/** The desk for programs, such as a telephone exchange that writes down who rang: the same commands as the pages. */
export const deskApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/desk/calls',
    {
      config,
      schema: {
        tags,
        summary: 'Calls of one’s own desks since yesterday',
        response: { 200: z.strictObject({ calls: z.array(callAnswer) }) },
      },
    },
    async ({ scope }) => ({
      calls: (await getBoard(scope, undefined)).calls.map((call) => ({
        id: call.id,
        desk: call.deskId,
        takenAt: call.takenAt.toISOString(),
        takenBy: call.takenByName,
        callerKind: call.callerKind,
        callerName: call.callerName,
        callerPhone: call.callerPhone,
        note: call.note,
        request: call.requestId,
      })),
    }),
  )

  app.post(
    '/api/desk/calls',
    {
      config,
      schema: {
        tags,
        summary: 'Write down a call, with what was promised',
        body: callBody,
        response: { 200: stateAnswer, 403: problemAnswer, 409: problemAnswer, 422: problemAnswer },
      },
    },
    async ({ scope, body }, reply) => {
      const { desk, key, promise, ...facts } = body
      const outcome = await logCall(scope, {
        ...facts,
        deskId: desk,
        sentKey: key?.toLowerCase() ?? newId(),
        promise: promise && { words: promise.words, dueAt: new Date(promise.dueAt) },
      })
      if (outcome.ok) return { id: outcome.value, done: true as const }
      const { code } = outcome.refusal
      return problem(reply, 409, { code, title: callRefusalText[code] })
    },
  )

  app.get(
    '/api/desk/promises',
    {
      config,
      schema: {
        tags,
        summary: 'What was promised and not done yet, the nearest moment first',
        response: { 200: z.strictObject({ promises: z.array(promiseAnswer) }) },
      },
    },
    async ({ scope }) => ({
      promises: (await getBoard(scope, undefined)).promises.map((promise) => ({
        id: promise.id,
        desk: promise.deskId,
        words: promise.words,
        name: promise.name,
        phone: promise.phone,
        dueAt: promise.dueAt.toISOString(),
        escalationLevel: promise.escalationLevel,
      })),
    }),
  )

  app.post(
    '/api/desk/promises/:id/done',
    {
      config,
      schema: {
        tags,
        summary: 'It was done',
        params: z.strictObject({ id }),
        response: { 200: stateAnswer, 404: problemAnswer },
      },
    },
    async ({ scope, params }) => {
      await keepPromise(scope, params.id)
      return { id: params.id, done: true as const }
    },
  )
}
