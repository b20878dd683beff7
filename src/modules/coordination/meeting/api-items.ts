import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import { problemAnswer, stateAnswer } from '../api/api-schema.ts'
import { commandText } from '../text.nl.ts'
import { itemParams, markBody, noteBody, verdictBody } from './api-meeting-schema.ts'
import { decideOn } from './deciding.ts'
import { showItem } from './leading.ts'
import { markItem, noteItem } from './marking.ts'
import { getGathering } from './table.ts'

const tags = ['meetings']
const act = { who: 'requests.take' as const, noStore: true }
const changed = { 200: stateAnswer, 404: problemAnswer }
const refusable = { ...changed, 409: problemAnswer, 422: problemAnswer }
const item = '/api/meetings/:meeting/care-requests/:id'

/** What is done with one request on the agenda, for programs. */
export const itemApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.post(
    `${item}/show`,
    {
      config: act,
      schema: {
        tags,
        summary: 'Show it to everyone who follows; for who leads',
        params: itemParams,
        response: changed,
      },
    },
    async ({ scope, params }) => {
      const gathering = await getGathering(scope, params.meeting)
      await showItem(scope, { gathering, requestId: params.id })
      return done(params.id)
    },
  )
  app.post(
    `${item}/mark`,
    {
      config: act,
      schema: {
        tags,
        summary: 'Put it first, off until the next meeting, or back in its place',
        params: itemParams,
        body: markBody,
        response: changed,
      },
    },
    async ({ scope, params, body }) => {
      const gathering = await getGathering(scope, params.meeting)
      await markItem(scope, { gathering, requestId: params.id, marking: body.mark })
      return done(params.id)
    },
  )
  app.post(
    `${item}/note`,
    {
      config: act,
      schema: {
        tags,
        summary: 'Write down what was agreed; what looks personal is left out',
        params: itemParams,
        body: noteBody,
        response: refusable,
      },
    },
    async ({ scope, params, body }, reply) => {
      const gathering = await getGathering(scope, params.meeting)
      const outcome = await noteItem(scope, { gathering, requestId: params.id, text: body.text })
      return outcome.ok ? done(params.id) : notNoted(reply, outcome.refusal)
    },
  )
  app.post(
    `${item}/decide`,
    {
      config: act,
      schema: {
        tags,
        summary: 'Decide: give it, confirm it, ask everyone, choose an offer, or stop asking',
        params: itemParams,
        body: verdictBody,
        response: refusable,
      },
    },
    async ({ scope, params, body }, reply) => {
      await getGathering(scope, params.meeting)
      const outcome = await decideOn(scope, params.id, body)
      if (outcome.ok) return done(params.id)
      const { code, takenBy } = outcome.refusal
      return problem(reply, code === 'party-unknown' ? 422 : 409, { code, title: commandText(code, takenBy) })
    },
  )
}

const done = (id: string) => ({ id, done: true as const })

function notNoted(reply: FastifyReply, code: 'text-wanted' | 'not-running') {
  return code === 'text-wanted'
    ? problem(reply, 422, { code, title: 'Schrijf op wat is afgesproken.' })
    : problem(reply, 409, { code, title: 'Er is nu geen overleg om het in op te schrijven.' })
}
