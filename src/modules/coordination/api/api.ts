import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Outcome } from '#kernel/outcome.ts'
import { cleanText } from '#kernel/text.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { getIdentity } from '../list/identity.ts'
import { listRequests } from '../list/list.ts'
import { getCard } from '../list/sheet.ts'
import { canReturn } from '../policy.ts'
import { closeRequest } from '../taking/closing.ts'
import { returnRequest } from '../taking/returning.ts'
import { confirmStart } from '../taking/starting.ts'
import { takeRequest } from '../taking/taking.ts'
import { refusalText } from '../text.nl.ts'
import {
  countsAnswer,
  countsQuery,
  identityAnswer,
  listAnswer,
  listQuery,
  problemAnswer,
  requestId,
  returnBody,
  sheetAnswer,
  startBody,
  stateAnswer,
} from './api-schema.ts'
import { toCardAnswer, toHistoryAnswer, toIdentityAnswer } from './api-words.ts'

const tags = ['coordination']
const see = { who: ['requests.list', 'requests.oversee'] as const, noStore: true }
const act = { who: 'requests.take' as const, noStore: true }
const changed = { 200: stateAnswer, 404: problemAnswer, 409: problemAnswer, 422: problemAnswer }

/** The list, one request and what a nurse does with it, for programs: the same commands as the pages. */
export const coordinationApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/care-requests',
    {
      config: see,
      schema: {
        tags,
        summary: 'The list of one’s teams, without identity',
        querystring: listQuery,
        response: { 200: listAnswer },
      },
    },
    async ({ scope, query: { view, page, team, ...narrowing } }) => {
      const { rows, total } = await listRequests(scope, {
        view,
        page,
        filters: { ...narrowing, ...(team ? { teamId: team } : {}) },
      })
      return { total, page, requests: rows.map(toCardAnswer) }
    },
  )

  app.get(
    '/api/care-requests/counts',
    {
      config: see,
      schema: { tags, summary: 'How many per view', querystring: countsQuery, response: { 200: countsAnswer } },
    },
    async ({ scope, query: { team } }) =>
      (await listRequests(scope, { view: 'waiting', page: 1, filters: team ? { teamId: team } : {} })).counts,
  )

  app.get(
    '/api/care-requests/:id',
    {
      config: see,
      schema: {
        tags,
        summary: 'One request, without identity',
        params: requestId,
        response: { 200: sheetAnswer, 404: problemAnswer },
      },
    },
    async ({ scope, params }) => {
      const { card, history, unwanted } = await getCard(scope, params.id)
      return {
        request: toCardAnswer(card),
        holderPhone: card.holderPhone,
        unwantedOrganizations: unwanted,
        identityOpen: canReturn(scope.actor, { ...card, takerOrganizationId: card.takerId })?.ok ?? false,
        history: history.map(toHistoryAnswer),
      }
    },
  )

  app.get(
    '/api/care-requests/:id/identity',
    {
      config: act,
      schema: {
        tags,
        summary: 'Who it is about, for the organisation that took it; every call is in the audit log',
        params: requestId,
        response: { 200: identityAnswer, 404: problemAnswer },
      },
    },
    async ({ scope, params }) => toIdentityAnswer(await getIdentity(scope, params.id)),
  )

  app.post(
    '/api/care-requests/:id/take',
    {
      config: act,
      schema: { tags, summary: 'Take it for one’s own organisation', params: requestId, response: changed },
    },
    async ({ scope, params: { id } }, reply) => answer(reply, id, await takeRequest(scope, { requestId: id })),
  )

  app.post(
    '/api/care-requests/:id/return',
    {
      config: act,
      schema: {
        tags,
        summary: 'Give it back, with a reason of the region',
        params: requestId,
        body: returnBody,
        response: changed,
      },
    },
    async ({ scope, params: { id }, body: { reason, text } }, reply) => {
      const words = text === undefined ? undefined : cleanText(text)
      if (text !== undefined && words === undefined) return unreadable(reply)
      return answer(reply, id, await returnRequest(scope, { requestId: id, reason, text: words }))
    },
  )

  app.post(
    '/api/care-requests/:id/start',
    {
      config: act,
      schema: { tags, summary: 'Confirm that care has begun', params: requestId, body: startBody, response: changed },
    },
    async ({ scope, params: { id }, body }, reply) =>
      answer(reply, id, await confirmStart(scope, { requestId: id, ...body })),
  )

  app.post(
    '/api/care-requests/:id/close',
    { config: act, schema: { tags, summary: 'Close it', params: requestId, response: changed } },
    async ({ scope, params: { id } }, reply) => answer(reply, id, await closeRequest(scope, { requestId: id })),
  )
}

type AnyRefusal = Parameters<typeof refusalText>[0]
const badInput = ['reason-unknown', 'text-wanted', 'in-the-future', 'too-long-ago']

function answer(reply: FastifyReply, id: string, outcome: Outcome<void, AnyRefusal>) {
  if (outcome.ok) return reply.send({ id, done: true })
  const { code } = outcome.refusal
  return problem(reply, badInput.includes(code) ? 422 : 409, { code, title: refusalText(outcome.refusal) })
}

function unreadable(reply: FastifyReply) {
  return problem(reply, 422, {
    code: 'unreadable-text',
    title: 'In de toelichting staat een teken dat wij niet kunnen lezen',
  })
}
