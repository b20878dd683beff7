import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { type Actor, may } from '#kernel/actor.ts'
import { addDays, daysBetween, localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cleanLine } from '#kernel/text.ts'
import { read } from '#platform/database/transaction.ts'
import type { Routes } from '#platform/http/house.ts'
import { problem } from '#platform/http/problem.ts'
import {
  careKindQuery,
  keyHeader,
  lightProblem,
  lightsAnswer,
  lightsQuery,
  manyLights,
  oneCell,
  oneLight,
  savedAnswer,
} from './api-schema.ts'
import type { SetRefusal, Wish } from './rules/setting.ts'
import { type Saved, setLights } from './setting.ts'
import { type LightRow, selectLights } from './store.ts'
import { cellRefusalText } from './text.nl.ts'

const tags = ['capacity']
const mostDays = 28
const act = { who: ['capacity.set', 'organization.administer'] as const, noStore: true }
const saved = { 200: savedAnswer, 409: lightProblem, 422: lightProblem }

/** Lights for programs: read by whoever their audience allows, set by the team's own organisation. */
export const capacityApi: Routes = (plain) => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/lights',
    {
      config: { who: 'everyone', noStore: true, limit: { calls: 300, minutes: 5 } },
      schema: {
        tags,
        summary: 'The lights that this caller may see, as they are now',
        description:
          'A cell that is not in the answer is unknown. Who may see which lights is agreed per region and organisation.',
        querystring: lightsQuery,
        response: { 200: lightsAnswer },
      },
    },
    async ({ scope, query }, reply) => {
      const from = query.from ?? localDateOf(scope.now())
      const to = query.to ?? addDays(from, 6)
      if (to < from || daysBetween(from, to) >= mostDays)
        return problem(reply, 422, {
          code: 'too-many-days',
          title: `Vraag ten hoogste ${mostDays} dagen op, van vroeg naar laat`,
        })
      let rows = selectLights(scope, from, to)
        .orderBy('l.team_id')
        .orderBy('l.light_on')
        .orderBy('l.daypart')
        .orderBy('l.care_kind')
      if (query.team) rows = rows.where('l.team_id', '=', query.team)
      if (query.organization) rows = rows.where('l.organization_id', '=', query.organization)
      const { found } = await read(scope, { found: rows })
      return { from, to, lights: found.map((row) => toAnswer(row, scope.actor)) }
    },
  )

  app.post(
    '/api/lights',
    {
      config: act,
      bodyLimit: 4_000_000,
      schema: {
        tags,
        summary: 'Say many lights at once, all or nothing',
        headers: keyHeader,
        body: manyLights,
        response: saved,
      },
    },
    async ({ scope, body, headers }, reply) => {
      const cells = body.lights.map(({ team, on, daypart, careKind, ...one }) =>
        toWish({ team, on, daypart, careKind }, one),
      )
      const key = `api:${headers['idempotency-key'] ?? newId()}`
      return answer(reply, await setLights(scope, { key, channel: 'api', cells }))
    },
  )

  app.put(
    '/api/lights/:team/:on/:daypart',
    {
      config: act,
      schema: {
        tags,
        summary: 'Say one light',
        params: oneCell,
        querystring: careKindQuery,
        headers: keyHeader,
        body: oneLight,
        response: saved,
      },
    },
    async ({ scope, params, query, body, headers }, reply) => {
      const key = `api:${headers['idempotency-key'] ?? newId()}`
      const cells = [toWish({ ...params, ...query }, body)]
      return answer(reply, await setLights(scope, { key, channel: 'api', cells }))
    },
  )
}

type CellOf = z.infer<typeof oneCell> & z.infer<typeof careKindQuery>

function toWish({ team, on, daypart, careKind }: CellOf, { version, until, ...one }: z.infer<typeof oneLight>): Wish {
  return {
    teamId: team,
    on,
    daypart,
    careKind,
    ...one,
    // A character that nobody can see makes no reason.
    reasonText: one.reasonText ? (cleanLine(one.reasonText) ?? null) : null,
    until: until ? new Date(until) : null,
    ...(version === undefined ? {} : { seen: version }),
  }
}

/** Who said it is for the people who work with them, not for everyone who may see the light. */
function toAnswer(row: LightRow, actor: Actor): z.infer<typeof lightsAnswer>['lights'][number] {
  const knowsPeople = may(actor, 'requests.list') || may(actor, 'capacity.set') || may(actor, 'organization.administer')
  return {
    team: row.teamId,
    organization: row.organizationId,
    on: row.on,
    daypart: row.daypart,
    careKind: row.careKind,
    light: row.light,
    said: row.said,
    origin: row.origin,
    reason: row.reason,
    until: row.until?.toISOString() ?? null,
    freeMinutes: row.freeMinutes,
    newClients: row.newClients,
    setAt: row.setAt.toISOString(),
    setBy: knowsPeople ? row.setByName : null,
    version: row.version,
  }
}

function answer(reply: FastifyReply, outcome: Outcome<Saved, SetRefusal>) {
  if (outcome.ok) return reply.send({ changeSet: outcome.value.changeSetId, cells: outcome.value.cells })
  const { refusal } = outcome
  if (refusal.code === 'changed-meanwhile') {
    const cells = refusal.cells.map(({ teamId, on, daypart, careKind, light, version, setAt }) => ({
      ...{ team: teamId, on, daypart, careKind },
      ...{ light, version, setAt: setAt.toISOString() },
    }))
    return sendProblem(reply, 409, { code: refusal.code, title: 'Een collega was u voor', cells })
  }
  const cells = refusal.cells.map(({ cell: { teamId, on, daypart, careKind }, why }) => ({
    ...{ team: teamId, on, daypart, careKind, why },
  }))
  const [first] = refusal.cells
  const title = first ? cellRefusalText[first.why] : 'Dit kan niet'
  return sendProblem(reply, 422, { code: refusal.code, title, cells })
}

function sendProblem(
  reply: FastifyReply,
  status: 409 | 422,
  { code, title, cells }: { code: string; title: string; cells: z.infer<typeof lightProblem>['cells'] },
): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ type: 'about:blank', status, code, title, cells })
}
