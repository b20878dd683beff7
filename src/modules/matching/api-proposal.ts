import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isId } from '#kernel/ids.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import type { Routes } from '#platform/http/house.ts'
import { missingSentence, nextSentence, openSentences, type Told, whySentences } from './division-text.nl.ts'
import { getProposal } from './proposal.ts'
import type { Proposer } from './proposing.ts'
import type { Sums } from './rules/division/explain.ts'
import { type Wish, withWishes } from './rules/wishes.ts'

const tags = ['matching']
const id = z.string().refine(isId, 'Not an id')
const params = z.strictObject({ id })
const config = { who: 'requests.list' as const, noStore: true }
const pairs = z.array(z.strictObject({ careRequest: id, team: id })).max(300)
const askBody = z.strictObject({
  pin: pairs.optional().describe('These requests to these teams and no other'),
  forbid: pairs.optional().describe('These requests not to these teams'),
  free: z.array(id).max(300).optional().describe('Takes back whatever was said of these requests'),
})
const outOf = z.strictObject({ met: z.number().int(), of: z.number().int() })
const sums = z.strictObject({
  open: z.number().int(),
  cost: z.number().int(),
  travelMinutes: z.number().int(),
  wishes: outOf,
})
const proposalAnswer = z
  .strictObject({
    id,
    state: z.enum(['running', 'ready', 'failed']),
    askedAt: z.iso.datetime(),
    askedBy: z.string(),
    requests: z.number().int(),
    leftOut: z.number().int().describe('Too many for one division: these stayed out'),
    cost: z.number().int().nullable().describe('Points of the best so far'),
    bound: z.number().int().nullable().describe('Nothing costs less than this'),
    proven: z.boolean(),
    limitHit: z.boolean().describe('The clock struck: on a faster machine it may be another'),
    lines: z.array(
      z.strictObject({
        careRequest: id,
        number: z.string().nullable().describe('Null when it is not on the list of this caller any more'),
        kind: z.enum(['best', 'only', 'yields', 'pinned', 'full', 'nobody']),
        team: id.nullable(),
        startOn: z.iso.date().nullable(),
        dayparts: z.array(z.string()),
        parts: z
          .array(
            z.strictObject({
              team: z.string(),
              dayparts: z.array(z.string()),
              careKinds: z.array(z.string()).describe('Empty: all care that is asked, in parts of the day of its own'),
            }),
          )
          .describe(
            'Of two teams together: who does which parts of the day or kinds of care; the first keeps the overview',
          ),
        why: z.array(z.string()).describe('In Dutch, with the figures behind it'),
        nextBest: z.string().nullable().describe('In Dutch: what it would cost when this team does not take it'),
      }),
    ),
    sums: z.strictObject({ proposal: sums, inTurn: sums }).nullable(),
    missing: z.array(
      z.strictObject({
        code: z.enum(['daypart', 'expertise', 'area']),
        requests: z.number().int(),
        sentence: z.string(),
      }),
    ),
  })
  .nullable()
  .describe('Null when nobody asked yet')

type Answer = z.infer<typeof proposalAnswer>

/** The division of a list for programs: ask, look how far it is, read, pin and forbid, stop. Advice: nothing is decided by it. */
export function proposalApi(plain: Parameters<Routes>[0], proposer: Proposer): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const address = '/api/coordinating-teams/:id/proposal'

  app.get(
    address,
    {
      config,
      schema: { tags, summary: 'The newest division of the list of a team', params, response: { 200: proposalAnswer } },
    },
    ({ scope, params: { id: teamId } }) => answerOf(scope, teamId),
  )

  app.post(
    address,
    {
      config,
      schema: {
        tags,
        summary: 'Asks for a division, with what was pinned and forbidden; answers when it is there or takes long',
        params,
        body: askBody,
        response: { 200: proposalAnswer },
      },
    },
    async ({ scope, params: { id: teamId }, body }) => {
      await proposer.ask(scope, teamId, (earlier) => withWishes(earlier, wishesIn(body)))
      return answerOf(scope, teamId)
    },
  )

  app.post(
    `${address}/stop`,
    {
      config,
      schema: {
        tags,
        summary: 'Stops the division that runs: the best so far is the answer',
        params,
        response: { 200: proposalAnswer },
      },
    },
    async ({ scope, params: { id: teamId } }) => {
      await proposer.stop(scope, teamId)
      return answerOf(scope, teamId)
    },
  )
}

/** What is taken back goes first: a program may free a request and pin it anew in one call. */
function wishesIn({ pin = [], forbid = [], free = [] }: z.infer<typeof askBody>): Wish[] {
  return [
    ...free.map((requestId): Wish => ({ requestId, act: 'free' })),
    ...forbid.map(({ careRequest, team }): Wish => ({ requestId: careRequest, act: 'forbid', teamId: team })),
    ...pin.map(({ careRequest, team }): Wish => ({ requestId: careRequest, act: 'pin', teamId: team })),
  ]
}

async function answerOf(scope: Scope, teamId: string): Promise<Answer> {
  const { newest, cards } = await getProposal(scope, teamId)
  if (!newest) return null
  const region = await getRegion(scope)
  const reasons = [...listReasons(region, 'refusal'), ...listReasons(region, 'return')]
  const { result } = newest
  const told: Told = {
    teams: result?.teams ?? {},
    cards,
    reasonText: (code) => reasons.find((reason) => reason.code === code)?.label ?? code,
  }
  return {
    id: newest.id,
    state: newest.state,
    askedAt: newest.askedAt.toISOString(),
    askedBy: newest.askedByName,
    requests: newest.requests,
    leftOut: newest.leftOut,
    cost: newest.cost,
    bound: newest.bound,
    proven: result?.quality.proven ?? false,
    limitHit: result?.quality.limitHit ?? false,
    lines: (result?.lines ?? []).map((line) => ({
      careRequest: line.requestId,
      number: cards.get(line.requestId)?.number ?? null,
      kind: line.kind,
      team: 'choice' in line ? line.choice.teamId : null,
      startOn: 'choice' in line ? line.choice.startOn : null,
      dayparts: 'choice' in line ? [...line.choice.dayparts] : [],
      parts: (('choice' in line && line.choice.parts) || []).map(({ teamId: team, dayparts, careKinds = [] }) => ({
        team,
        dayparts: [...dayparts],
        careKinds: [...careKinds],
      })),
      why: 'choice' in line ? whySentences(line, told) : openSentences(line, told),
      nextBest: 'choice' in line ? nextSentence(line, told) : null,
    })),
    sums: result ? { proposal: toSums(result.sums.proposal), inTurn: toSums(result.sums.inTurn) } : null,
    missing: (result?.missing ?? []).map((thing) => ({
      code: thing.code,
      requests: thing.requestIds.length,
      sentence: missingSentence(thing),
    })),
  }
}

function toSums({ open, cost, travelMinutes, wishes }: Sums): z.infer<typeof sums> {
  return { open, cost, travelMinutes, wishes }
}
