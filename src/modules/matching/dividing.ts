import { createHash } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import { type Compilable, sql } from 'kysely'
import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import { auditingEach } from '#modules/audit/index.ts'
import type { LightRow } from '#modules/capacity/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { type Counts, cellKey, type Said, toParties, toSaid, toWanted } from './knowing.ts'
import { canDivide } from './policy.ts'
import { newestProposal, type ProposalRow } from './proposal.ts'
import { type Asked, askedOf, type Taker } from './rules/division/choices.ts'
import { type Problem, toProblem } from './rules/division/problem.ts'
import { type Cell, roomOf } from './rules/division/week.ts'
import type { Weights } from './rules/weights.ts'
import { noWishes, type Wishes } from './rules/wishes.ts'
import {
  answersQuery,
  lightsQuery,
  type PartyRow,
  partiesQuery,
  type RequestRow,
  selectAsked,
  takenQuery,
} from './store.ts'
import { inForce, newestWeights } from './weights.ts'

/** More than a meeting can talk about; what is more urgent or waits longer goes first, the rest is told. */
export const mostRequests = 300

/** Everything a division is made from, as this actor may see it. */
export type Question = {
  problem: Problem
  takers: Taker[]
  hash: string
  leftOut: number
  earlier: ProposalRow | undefined
}

type WaitingRow = RequestRow & {
  submittedAt: Date
  startCertainty: string
  timesPerWeek: number | null
  hoursPerWeek: string | null
  all: number
}

/** Asks the database, in one round trip and with a row in the log for each card, and lays out all choices. */
export async function questionOf(
  scope: Scope,
  teamId: string,
  wish: (earlier: Wishes) => Wishes,
): Promise<Question & { wishes: Wishes }> {
  if (!canDivide(scope.actor, teamId)) throw new NotFound()
  const today = localDateOf(scope.now())
  const waiting = waitingQuery(teamId)
  const { requests, parties, lights, taken, answers, agreed, earlier } = await read(scope, {
    requests: waiting as unknown as Compilable<WaitingRow>,
    parties: partiesQuery(waiting),
    lights: lightsQuery(scope, today, waiting.clearSelect().select('r.pc4')),
    taken: takenQuery(today),
    answers: answersQuery(today),
    agreed: newestWeights(),
    earlier: newestProposal(teamId),
    told: toldOf(scope, teamId),
  })
  const wishes = onlyOf(requests, wish(earlier[0]?.wishes ?? noWishes))
  const knowing = {
    today,
    parties,
    said: toSaid(lights),
    counts: { taken, answers },
    wishes,
    weights: inForce(agreed),
    before: teamsOf(earlier[0]),
  }
  const asked: Asked[] = []
  for (const [nth, row] of requests.entries()) {
    asked.push(askedFor(row, scope.now(), knowing))
    // Laying out some hundreds of requests takes seconds: who asks for a page goes first.
    if (nth % 2 === 1) await others()
  }
  const takers = takersFor([], knowing)
  const problem = toProblem(asked, takers)
  const leftOut = Number(requests[0]?.all ?? 0) - requests.length
  return { problem, takers, hash: hashOf(problem), leftOut, earlier: earlier[0], wishes }
}

/** What was said of requests that wait no longer is forgotten. */
function onlyOf(requests: readonly { id: string }[], { pinned, forbidden }: Wishes): Wishes {
  const ids = new Set(requests.map(({ id }) => id))
  const keep = <Said>(said: Record<string, Said>) =>
    Object.fromEntries(
      Object.entries(said)
        .filter(([id]) => ids.has(id))
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  return { pinned: keep(pinned), forbidden: keep(forbidden) }
}

/** What waits on the list of this team, in the order of the list. What is being asked elsewhere already stays out of it. */
function waitingQuery(teamId: string) {
  return selectAsked()
    .select([
      'r.submitted_at as submittedAt',
      'r.start_certainty as startCertainty',
      'r.times_per_week as timesPerWeek',
      'r.hours_per_week as hoursPerWeek',
      sql<number>`count(*) over ()`.as('all'),
    ])
    .where('r.state', '=', 'listed')
    .where((eb) => eb.or([eb('r.coordinating_team_id', '=', teamId), eb('r.holder_coordinating_team_id', '=', teamId)]))
    .orderBy('r.list_rank')
    .orderBy('r.act_by')
    .orderBy('r.id')
    .limit(mostRequests)
}

type Knowing = {
  today: LocalDate
  parties: readonly PartyRow[]
  said: Said
  counts: Counts
  weights: Weights
  wishes: Wishes
  before: ReadonlyMap<string, string>
}

function askedFor(row: WaitingRow, now: Date, knowing: Knowing): Asked {
  const { wishes, before, today } = knowing
  const wanted = toWanted(row, today)
  const waited = (now.getTime() - row.submittedAt.getTime()) / 86_400_000
  const waiting = {
    wanted,
    amount: {
      timesPerWeek: row.timesPerWeek ?? undefined,
      hoursPerWeek: row.hoursPerWeek === null ? undefined : Number(row.hoursPerWeek),
    },
    waitedDays: Math.floor(waited),
    dayIsCertain: row.startCertainty === 'certain',
    pinnedTo: wishes.pinned[row.id],
    forbidden: wishes.forbidden[row.id] ?? [],
    earlier: before.get(row.id),
  }
  return askedOf(waiting, takersFor(wanted.careKinds, knowing), knowing.weights)
}

/** The teams with their lights for this care, and with their room: that is of the whole team, whatever care it is for. */
function takersFor(careKinds: Taker['careKinds'], { parties, said, counts }: Knowing): Taker[] {
  return toParties({ careKinds }, parties, said, counts).map((party) => ({
    ...party,
    roomOf: (cell) => roomIn(said, party.teamId, cell),
  }))
}

function roomIn(said: Said, teamId: string, { on, daypart }: Cell) {
  const row: LightRow | undefined = said.get(cellKey(teamId, on, daypart, ''))
  return row ? roomOf(row.light, row.freeMinutes, row.newClients) : roomOf('unknown', null, null)
}

/** Where the proposal before sent each request: another answer must be worth telling. */
function teamsOf(earlier: ProposalRow | undefined): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of earlier?.result?.lines ?? []) if ('choice' in line) found.set(line.requestId, line.choice.teamId)
  return found
}

function hashOf({ asked, choices, slots, unplaced }: Problem): string {
  const text = JSON.stringify([asked.map(({ waiting }) => waiting), choices, slots, unplaced])
  return createHash('sha256').update(text).digest('hex')
}

/** One row per card: the whole list was read for this. */
function toldOf(scope: Scope, teamId: string): Compilable<unknown> {
  return auditingEach(
    scope,
    {
      event: 'request.propose',
      action: 'R',
      objectType: 'care-request',
      fields: ['card'],
      legalBasis: 'coordination',
      rule: canDivide.name,
    },
    waitingQuery(teamId).clearSelect().select('r.id'),
  )
}
