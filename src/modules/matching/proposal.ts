import { type Compilable, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Priority } from '#kernel/priorities.ts'
import { auditing } from '#modules/audit/index.ts'
import type { RequestState } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { type OtherDecision, otherwiseQuery } from './deciding.ts'
import { canDivide } from './policy.ts'
import type { Explanation, Sums } from './rules/division/explain.ts'
import type { Done } from './rules/division/lately.ts'
import type { Missing } from './rules/division/missing.ts'
import type { Wishes } from './rules/wishes.ts'
import type { Quality } from './solver/divide.ts'

/** `organizationId` is not there in what was made before it was kept. */
export type TeamName = { name: string; organization: string; organizationId?: string }

/** Ids, codes and figures; never what a card says. */
export type Result = {
  quality: Quality
  lines: Explanation[]
  /** The proposal, what `each in turn takes what suits` comes to, and what was done on the last day on which anything was taken. */
  sums: { proposal: Sums; inTurn: Sums; lately?: Lately }
  missing: Missing[]
  teams: Record<string, TeamName>
}

/** A day of the days before, and how much still waited in its evening. */
export type Lately = Done & { on: LocalDate; stillOpen: number }

export type ProposalRow = {
  id: string
  teamId: string
  askedByName: string
  askedAt: Date
  inputHash: string
  wishes: Wishes
  state: 'running' | 'ready' | 'failed'
  requests: number
  leftOut: number
  cost: number | null
  bound: number | null
  result: Result | null
}

/** A card in a few words, as it is now. */
export type DividedCard = {
  id: string
  number: string
  state: RequestState
  pc4: string
  careKinds: CareKind[]
  dayparts: Daypart[]
  priority: Priority
  startOn: LocalDate | null
  /** Who answers for it now, when that is none of the teams of this viewer: then it is not theirs to give. */
  heldBy: string | null
  /** It was divided in parts, which are taken one by one. */
  divided: boolean
}

export type Proposal = {
  /** The teams whose list this actor may have divided. */
  teams: { id: string; name: string }[]
  teamId: string
  /** The newest; undefined when nobody asked yet. */
  newest: ProposalRow | undefined
  cards: ReadonlyMap<string, DividedCard>
  /** What was lately decided otherwise than advised. */
  otherwise: OtherDecision[]
}

/** The newest proposal for the list of a team, with the cards as they are now: what this actor may not see is not there. */
export async function getProposal(scope: Scope, asked: string | undefined): Promise<Proposal> {
  const { actor } = scope
  const own = actor.kind === 'user' ? actor.coordinatingTeamIds : []
  const teamId = asked ?? own[0]
  if (teamId === undefined || !canDivide(actor, teamId)) throw new NotFound()
  const { teams, proposals, cards, otherwise } = await read(scope, {
    teams: build
      .selectFrom('organizations.coordinating_team')
      .select(['id', 'name'])
      .where('id', 'in', [...own])
      .orderBy('name'),
    proposals: newestProposal(teamId),
    cards: cardsQuery(teamId, own),
    otherwise: otherwiseQuery(scope, teamId),
    told: auditing(scope, {
      event: 'request.proposal',
      action: 'R',
      objectType: 'coordinating-team',
      objectId: teamId,
      fields: ['card'],
      legalBasis: 'coordination',
      rule: canDivide.name,
    }),
  })
  return { teams, teamId, newest: proposals[0], cards: new Map(cards.map((card) => [card.id, card])), otherwise }
}

/** A line of a proposal that gives a request to a team, with whose team that is. */
export type ProposedLine = {
  requestId: string
  /** Undefined when the request is not on the list of this viewer any more. */
  number: string | undefined
  teamId: string
  teamName: string
  organizationId: string
  organizationName: string
  /** It can be given from here, as a whole. */
  toGive: boolean
}

/** It still waits as a whole, and who looks at it may give it. */
export const isToGive = ({ state, heldBy, divided }: DividedCard): boolean => state === 'listed' && !heldBy && !divided

export function proposedLines({ newest, cards }: Proposal): ProposedLine[] {
  const { lines, teams } = newest?.result ?? { lines: [], teams: {} as Result['teams'] }
  return lines.flatMap((line) => {
    const team = 'choice' in line ? teams[line.choice.teamId] : undefined
    // What two teams do together is divided at the request itself first.
    if (!('choice' in line) || line.choice.parts || !team?.organizationId) return []
    const card = cards.get(line.requestId)
    return {
      requestId: line.requestId,
      number: card?.number,
      teamId: line.choice.teamId,
      teamName: team.name,
      organizationId: team.organizationId,
      organizationName: team.organization,
      toGive: card !== undefined && isToGive(card),
    }
  })
}

export function newestProposal(teamId: string): Compilable<ProposalRow> {
  return build
    .selectFrom('matching.proposal')
    .select([
      'id',
      'coordinating_team_id as teamId',
      'asked_by_name as askedByName',
      'asked_at as askedAt',
      'input_hash as inputHash',
      'wishes',
      'state',
      'requests',
      'left_out as leftOut',
      'cost',
      'bound',
      'result',
    ])
    .where('coordinating_team_id', '=', teamId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1) as unknown as Compilable<ProposalRow>
}

function cardsQuery(teamId: string, own: readonly string[]): Compilable<DividedCard> {
  const query = sql<DividedCard>`
    select r.id, r.number, r.state, r.pc4, r.care_kinds as "careKinds", r.dayparts, r.priority, r.start_on as "startOn",
      r.split_by is not null as divided,
      case when r.holder_coordinating_team_id <> all (${[...own]}::uuid[]) then t.name else o.name end as "heldBy"
    from requests.care_request r
    left join organizations.coordinating_team t on t.id = r.holder_coordinating_team_id
    left join organizations.organization o on o.id = r.holder_organization_id
    where r.id in (select (line ->> 'requestId')::uuid
      from (select result from matching.proposal where coordinating_team_id = ${teamId}
        order by asked_at desc, id desc limit 1) newest, jsonb_array_elements(newest.result -> 'lines') line)`
  return { compile: () => query.compile(build) }
}
