import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/actor.ts'
import { auditing } from '#modules/audit/index.ts'
import { hoursNow, phoneNow } from '#modules/organizations/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { type RequestCard, selectCards, waitingStates } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { DB } from '#platform/database/tables.ts'
import { read } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { literally } from '../literally.ts'
import { canList } from '../policy.ts'
import { type Filters, type ListQuestion, rowsPerPage, type View } from './list-question.ts'

export type ListRow = RequestCard & {
  teamName: string | null
  holderName: string
  takerId: string | null
  takerName: string | null
  actBy: Date | null
  escalationLevel: number
  listRank: number
  coordinatingTeamId: string | null
  holderCoordinatingTeamId: string | null
  holderOrganizationId: string | null
  shownToOrganizations: string[]
  shownToTeams: string[]
  escalationStep: string | null
  /** By when to say yes or no, where one is asked to take this client over. */
  swapAnswerBy?: Date | null
}

export type Counts = Record<View, number>
export type TeamChoice = { id: string; name: string }
export type RequestList = {
  rows: ListRow[]
  counts: Counts
  /** How many the filters leave in this view. */
  total: number
  /** The teams this actor can choose from. */
  teams: TeamChoice[]
  /** The actor's organisation gives care itself, and may take by itself in this region. */
  takes: boolean
}

type Requests = ExpressionBuilder<DB & { r: DB['requests.care_request'] }, 'r'>

/**
 * One page of the list with its counts, in one round trip. What needs acting on first stands first: returned and escalated,
 * then the nearest act-by. Who sees what is decided by row-level security; the team here only chooses.
 */
export async function listRequests(scope: Scope, question: ListQuestion): Promise<RequestList> {
  const { actor } = scope
  permit(canList(actor))
  const { view, filters, page } = question
  const from = (page - 1) * rowsPerPage
  const asksFirst = view === 'asked' && page === 1
  const { rows, otherwise, counts, teams, organization } = await read(scope, {
    otherwise: asksFirst ? selectAskedOtherwise(actor) : undefined,
    rows: selectRows(actor, view, filters).limit(rowsPerPage).offset(from),
    counts: build.selectNoFrom([
      countOf(actor, 'waiting', onlyTeam(filters), mostCounted).as('waiting'),
      countOf(actor, 'taken', onlyTeam(filters), mostCounted).as('taken'),
      countOf(actor, 'own', {}, mostCounted).as('own'),
      countOf(actor, 'asked', {}, mostCounted).as('asked'),
      countOf(actor, view, filters).as('total'),
      countAskedOtherwise(actor).as('askedOtherwise'),
    ]),
    teams: selectTeams(actor),
    organization: build
      .selectFrom('organizations.organization')
      .select('kind')
      .where('id', '=', actor.kind === 'user' ? actor.organizationId : null),
    audit: auditing(scope, {
      event: 'request.list',
      action: 'R',
      objectType: 'care-request',
      fields: [view, ...Object.keys(filters)],
      legalBasis: may(actor, 'requests.list') ? 'coordination' : 'oversight',
      rule: 'canList',
    }),
  })
  const { total, askedOtherwise, ...perView } = counts[0] as Counts & { total: number; askedOtherwise: number }
  return {
    rows: [...otherwise, ...rows] as ListRow[],
    counts: { ...perView, asked: perView.asked + askedOtherwise },
    total,
    teams,
    takes: organization[0]?.kind === 'provider' && (await claimsIn(scope)),
  }
}

/** The rows of one view in their order, without the page. */
export function selectRows(actor: Actor, view: View, filters: Filters) {
  const rows = selectHeldCards().where((eb) => inView(eb as unknown as Requests, actor, view, filters))
  if (view === 'own')
    return rows.orderBy('r.state').orderBy('r.act_by').orderBy('r.state_since', 'desc').orderBy('r.id')
  return rows.orderBy('r.list_rank').orderBy('r.act_by').orderBy('r.id')
}

/**
 * What one's own organisation was asked beside inquiries, and can still answer: to take a part of a divided request, or to take a
 * client over from another organisation. Few at any time.
 */
export function selectAskedOtherwise(actor: Actor) {
  const organizationId = actor.kind === 'user' ? actor.organizationId : null
  return selectHeldCards()
    .select(
      sql<Date | null>`(select min(s.answer_by) from coordination.swap s
        where s.request_id = r.id and s.to_organization_id = ${organizationId} and s.closed_at is null)`.as(
        'swapAnswerBy',
      ),
    )
    .where(
      'r.id',
      '=',
      sql<string>`any(array(
        select p.request_id from requests.part p
          where p.ended_at is null and p.taker_organization_id is null and ${organizationId} = any (p.asked_organizations)
        union select s.request_id from coordination.swap s where s.to_organization_id = ${organizationId} and s.closed_at is null))`,
    )
    .orderBy('r.act_by')
    .orderBy('r.id')
}

function countAskedOtherwise(actor: Actor) {
  const found = selectAskedOtherwise(actor).clearSelect().clearOrderBy().select('r.id')
  return build.selectFrom(found.as('found')).select((eb) => eb.fn.countAll<number>().as('count'))
}

/** The row of one request, for a live page. */
export function selectRow(requestId: string) {
  return selectHeldCards().where('r.id', '=', requestId)
}

/** One request, with how to reach whoever answers for it. */
export function selectSheets(requestId: string | RawBuilder<string>, now: Date) {
  return selectHeldCards()
    .select([
      (eb) => eb.fn.coalesce(phoneNow('desk', now), 'holder.phone').as('holderPhone'),
      hoursNow('desk', now).as('holderPhoneHours'),
    ])
    .where('r.id', '=', requestId)
}

/** Cards with the names of who answers for them. */
export function selectHeldCards() {
  return selectCards()
    .leftJoin('organizations.coordinating_team as team', 'team.id', 'r.coordinating_team_id')
    .leftJoin('organizations.coordinating_team as desk', 'desk.id', 'r.holder_coordinating_team_id')
    .leftJoin('organizations.organization as holder', 'holder.id', 'r.holder_organization_id')
    .leftJoin('organizations.organization as taker', 'taker.id', 'r.taker_organization_id')
    .select([
      'team.name as teamName',
      (eb) => eb.fn.coalesce('desk.name', 'holder.name').as('holderName'),
      'r.taker_organization_id as takerId',
      'taker.name as takerName',
      'r.act_by as actBy',
      'r.escalation_level as escalationLevel',
      'r.list_rank as listRank',
      'r.coordinating_team_id as coordinatingTeamId',
      'r.holder_coordinating_team_id as holderCoordinatingTeamId',
      'r.holder_organization_id as holderOrganizationId',
      'r.shown_to_organizations as shownToOrganizations',
      'r.shown_to_teams as shownToTeams',
      'r.escalation_step as escalationStep',
    ])
}

/** Whether organisations take by themselves here, or wait to be asked or assigned. */
export async function claimsIn(scope: Scope): Promise<boolean> {
  return (await getRegion(scope)).wayOfWorking.distribution === 'meeting'
}

/**
 * Beside a tab nobody reads further than this, and every row that is counted is a row that is judged: a large organisation has
 * thousands in care.
 */
export const mostCounted = 250

/**
 * How many rows a view has: the same condition as the rows themselves, so that a count never tells more than the list. With
 * `atMost` no further than that.
 */
export function countOf(actor: Actor, view: View, filters: Filters, atMost?: number) {
  const found = build
    .selectFrom('requests.care_request as r')
    .select('r.id')
    .where((eb) => inView(eb as unknown as Requests, actor, view, filters))
    .$if(atMost !== undefined, (query) => query.limit(atMost ?? 0))
  return build.selectFrom(found.as('found')).select((eb) => eb.fn.countAll<number>().as('count'))
}

function inView(eb: Requests, actor: Actor, view: View, filters: Filters) {
  const { careKind, daypart, priority, pc4 } = filters
  return eb.and([
    ...conditionsOf(eb, actor, view, filters.teamId),
    ...(careKind ? [eb(sql<string>`${careKind}::text`, '=', eb.fn.any('r.care_kinds'))] : []),
    ...(daypart ? [eb(sql<string>`${daypart}::text`, '=', eb.fn.any('r.dayparts'))] : []),
    ...(priority ? [eb('r.priority', '=', priority)] : []),
    ...(pc4 ? [eb('r.pc4', '=', pc4)] : []),
  ])
}

function conditionsOf(eb: Requests, actor: Actor, view: View, teamId: string | undefined) {
  if (view === 'own') return ofOwnOrganization(eb, actor)
  if (view === 'asked') return askedOfOwnOrganization(eb, actor)
  return ofTeams(eb, actor, view, teamId)
}

/** What one's own organisation was asked and can still answer. */
function askedOfOwnOrganization(eb: Requests, actor: Actor) {
  const organizationId = actor.kind === 'user' ? actor.organizationId : null
  return [
    eb('r.state', 'in', literally(['offered'])),
    eb('r.shown_to_organizations', '@>', sql<string[]>`array[${organizationId}]::uuid[]`),
    eb.exists(
      eb
        .selectFrom('coordination.inquiry_party as p')
        .innerJoin('coordination.inquiry as i', 'i.id', 'p.inquiry_id')
        .select('p.inquiry_id')
        .whereRef('p.request_id', '=', 'r.id')
        .where('p.organization_id', '=', organizationId)
        .where('i.closed_at', 'is', null),
    ),
  ]
}

/** Conditions that each have an index of their own; a single one over all columns has none. */
function ofTeams(eb: Requests, actor: Actor, view: 'waiting' | 'taken', teamId: string | undefined) {
  const states = view === 'waiting' ? waitingStates : (['assigned'] as const)
  return [eb('r.state', 'in', literally(states)), ...onListOf(eb, teamIdsOf(actor, teamId))]
}

function onListOf(eb: Requests, teamIds: readonly string[] | undefined) {
  if (!teamIds) return []
  const ids = sql<string>`any(${`{${teamIds.join(',')}}`}::uuid[])`
  return [
    eb.or([
      eb('r.coordinating_team_id', '=', ids),
      eb('r.holder_coordinating_team_id', '=', ids),
      eb('r.shown_to_teams', '&&', sql<string[]>`${`{${teamIds.join(',')}}`}::uuid[]`),
    ]),
  ]
}

/** What one's own organisation has: the whole, or a part of it, also while other parts are still open. */
function ofOwnOrganization(eb: Requests, actor: Actor) {
  const organizationId = actor.kind === 'user' ? actor.organizationId : null
  return [
    eb.or([
      eb.and([
        eb('r.taker_organization_id', '=', organizationId),
        eb('r.state', 'in', literally(['assigned', 'started'])),
      ]),
      // Asked as one list of ids beforehand, so that each side of the "or" has an index of its own.
      eb(
        'r.id',
        '=',
        sql<string>`any(array(select p.request_id from requests.part p
          where p.taker_organization_id = ${organizationId} and p.ended_at is null))`,
      ),
    ]),
  ]
}

/** One's own teams, or the chosen one of them; who oversees the region may choose any and looks at all when none is chosen. */
function teamIdsOf(actor: Actor, chosen: string | undefined): readonly string[] | undefined {
  if (actor.kind !== 'user') return []
  if (may(actor, 'requests.oversee')) return chosen ? [chosen] : undefined
  return chosen ? actor.coordinatingTeamIds.filter((id) => id === chosen) : actor.coordinatingTeamIds
}

export function selectTeams(actor: Actor) {
  const teams = build.selectFrom('organizations.coordinating_team').select(['id', 'name']).orderBy('name')
  if (may(actor, 'requests.oversee')) return teams.where('active', '=', true)
  const ids = actor.kind === 'user' ? actor.coordinatingTeamIds : []
  return teams.where('id', '=', sql<string>`any(${`{${ids.join(',')}}`}::uuid[])`)
}

const onlyTeam = ({ teamId }: Filters): Filters => (teamId ? { teamId } : {})
