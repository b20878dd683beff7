import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import type { Priority } from '#kernel/priorities.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { type DomainEvent, record, recordAll } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { endParts, type SplitBy } from './parts.ts'
import { hasEnded, isWaiting, mayMove, type RequestState } from './rules/life.ts'

/** Who answers for a request: a coordinating team or desk, or the organisation that took it. */
export type Holder = { coordinatingTeamId: string } | { organizationId: string }

/** Where a request stands in its life; no identity. */
export type Standing = {
  id: string
  number: string
  state: RequestState
  coordinatingTeamId: string | null
  holderCoordinatingTeamId: string | null
  holderOrganizationId: string | null
  takerOrganizationId: string | null
  requesterOrganizationId: string | null
  actBy: Date | null
  escalationLevel: number
  priority: Priority
  startOn: string | null
  /** Organisations that were asked, and teams that look along. */
  shownToOrganizations: string[]
  shownToTeams: string[]
  /** From here the steps of the ladder are counted. */
  clockStartedAt: Date
  /** Whose choice between offers is waited for, when it is the requester's side. */
  choiceBy: 'referrer' | 'client' | null
  /** How it is divided, and which organisations have a part of it now. */
  splitBy: SplitBy | null
  partTakerIds: string[]
  version: number
}

/** What happened, in codes, for the history that the requester reads. */
export type HistoryCode =
  | 'submitted'
  | 'routed'
  | 'taken'
  | 'returned'
  | 'started'
  | 'closed'
  | 'withdrawn'
  | 'supplemented'
  | 'corrected'
  | 'date-changed'
  | 'wishes-changed'
  | 'escalated'
  | 'reminded'
  | 'asked'
  | 'asked-back'
  | 'to-be-asked'
  | 'offers-made'
  | 'wish-not-met'
  | 'question-asked'
  | 'question-answered'
  | 'question-unanswered'
  | 'redirected'
  | 'lapsed'
  | 'reopened'
  | 'date-to-confirm'
  | 'date-confirmed'
  | 'sent-on'
  | 'passed-to-region'
  | 'came-from-region'
  | 'partner-answers'
  | 'desk-answers'
  | 'consult-asked'
  | 'consult-answered'
  | 'split'
  | 'joined'
  | 'part-asked'
  | 'part-refused'
  | 'part-taken'
  | 'part-returned'
  | 'part-started'
  | 'swapped'
  | 'party-invited'

export type Move = {
  to: RequestState
  /** Left out when the request has ended or care has begun. */
  holder?: Holder
  actBy?: Date
  coordinatingTeamId?: string
  takerOrganizationId?: string | null
  escalationLevel?: number
  /** 0 puts it on top of the list. */
  listRank?: 0 | 1
  returnReason?: string
  withdrawalReason?: string
  startedOn?: string
  /** Left out: who was shown it still is, while it waits; afterwards nobody. */
  shownToOrganizations?: readonly string[]
  shownToTeams?: readonly string[]
  clockStartedAt?: Date
  /** When the holder is reminded; left out: never. */
  remindAt?: Date
  escalationStep?: string | null
  choiceBy?: 'referrer' | 'client'
  /** Divides it, or makes it whole again; left out: as it was. */
  splitBy?: SplitBy | null
  history: { code: HistoryCode; organizationId?: string; coordinatingTeamId?: string; facts?: Record<string, unknown> }
}

/** Thrown when code asks for a move that the life of a request does not have: a fault of ours, not of a user. */
export class ImpossibleMove extends Error {
  constructor(from: RequestState, to: RequestState) {
    super(`A request does not go from ${from} to ${to}.`)
    this.name = 'ImpossibleMove'
  }
}

/** Locks the request for the rest of the transaction. Throws `NotFound` when it is not there for this actor. */
export async function getStandingForUpdate(tx: Tx, id: string): Promise<Standing> {
  return found(await selectStandings(tx, [id]).forUpdate().executeTakeFirst())
}

/** Of requests that are locked already, in the order that is given. */
export async function listStandings(tx: Tx, ids: readonly string[]): Promise<Standing[]> {
  const rows = new Map((await selectStandings(tx, ids).execute()).map((row) => [row.id, row]))
  return ids.map((id) => found(rows.get(id)))
}

/** Where it stands at this moment, without a lock: for an answer that needs none, such as "somebody has it already". */
export async function getStanding(tx: Tx, id: string): Promise<Standing> {
  return found(await selectStandings(tx, [id]).executeTakeFirst())
}

function found(row: object | undefined): Standing {
  if (!row) throw new NotFound()
  return row as Standing
}

function selectStandings(tx: Tx, ids: readonly string[]) {
  return tx.db
    .selectFrom('requests.care_request')
    .select([
      'id',
      'number',
      'state',
      'coordinating_team_id as coordinatingTeamId',
      'holder_coordinating_team_id as holderCoordinatingTeamId',
      'holder_organization_id as holderOrganizationId',
      'taker_organization_id as takerOrganizationId',
      'requester_organization_id as requesterOrganizationId',
      'act_by as actBy',
      'escalation_level as escalationLevel',
      'priority',
      'start_on as startOn',
      'shown_to_organizations as shownToOrganizations',
      'shown_to_teams as shownToTeams',
      (eb) => eb.fn.coalesce('clock_started_at', 'submitted_at').as('clockStartedAt'),
      'choice_by as choiceBy',
      'split_by as splitBy',
      sql<string[]>`case when split_by is null then '{}'::uuid[] else array(select distinct p.taker_organization_id
        from requests.part p where p.request_id = care_request.id and p.ended_at is null
          and p.taker_organization_id is not null) end`.as('partTakerIds'),
      'version',
    ])
    .where('id', '=', sql<string>`any (${`{${ids.join(',')}}`}::uuid[])`)
}

/**
 * Moves a request in its life: state, holder, act-by and history change together, and who watches is told. The one way in
 * which another module changes a request; what moves where, when and why is for that module to decide.
 */
export function moveRequest(tx: Tx, standing: Standing, move: Move): Promise<void> {
  return moveRequests(tx, [{ standing, move }])
}

/** A request, and where it goes. */
export type Moving = { standing: Standing; move: Move }

/** The same for several, in this order. What goes along with the moves is written together: after a day of downtime there are thousands. */
export async function moveRequests(tx: Tx, moves: readonly Moving[]): Promise<void> {
  for (const moving of moves) await writeMove(tx, moving)
  const ids = `{${moves.map(({ standing }) => standing.id).join(',')}}`
  await sql`select requests.let_holder_see(id) from unnest(${ids}::uuid[]) as id`.execute(tx.db)
  await addHistories(
    tx,
    moves.map(({ standing, move: { history, actBy } }) => ({ requestId: standing.id, history, actBy })),
  )
  await recordAll(tx, moves.map(toEvent))
}

async function writeMove(tx: Tx, { standing, move }: Moving): Promise<void> {
  if (!mayMove(standing.state, move.to)) throw new ImpossibleMove(standing.state, move.to)
  const now = tx.scope.now()
  const holder = move.holder
  const shown = shownAfter(standing, move)
  await tx.db
    .updateTable('requests.care_request')
    .set((eb) => ({
      state: move.to,
      version: eb('version', '+', 1),
      ...(move.to === standing.state ? {} : { state_since: now }),
      holder_coordinating_team_id: holder && 'coordinatingTeamId' in holder ? holder.coordinatingTeamId : null,
      holder_organization_id: holder && 'organizationId' in holder ? holder.organizationId : null,
      act_by: move.actBy ?? null,
      coordinating_team_id: move.coordinatingTeamId ?? standing.coordinatingTeamId,
      ...(move.takerOrganizationId === undefined ? {} : { taker_organization_id: move.takerOrganizationId }),
      ...(move.escalationLevel === undefined ? {} : { escalation_level: move.escalationLevel }),
      ...(move.listRank === undefined ? {} : { list_rank: move.listRank }),
      ...(move.returnReason === undefined ? {} : { return_reason: move.returnReason, returned_at: now }),
      ...(move.withdrawalReason === undefined ? {} : { withdrawal_reason: move.withdrawalReason }),
      ...(move.startedOn === undefined ? {} : { started_on: move.startedOn }),
      shown_to_organizations: [...shown.organizations],
      shown_to_teams: [...shown.teams],
      ...(move.clockStartedAt === undefined ? {} : { clock_started_at: move.clockStartedAt }),
      remind_at: move.remindAt ?? null,
      ...(move.escalationStep === undefined ? {} : { escalation_step: move.escalationStep }),
      choice_by: move.choiceBy ?? null,
      ...(move.splitBy === undefined ? {} : { split_by: move.splitBy }),
      ended_at: hasEnded(move.to) ? now : null,
    }))
    .where('id', '=', standing.id)
    .execute()
  const isWhole = move.splitBy === null || hasEnded(move.to)
  if (standing.splitBy && isWhole) await asSystem(tx, 'end-parts', (own) => endParts(own, standing.id, now))
}

function toEvent({ standing, move }: Moving): DomainEvent {
  return {
    kind: 'request-moved',
    topics: topicsOf(standing, move),
    subjectId: standing.id,
    payload: {
      code: move.history.code,
      from: standing.state,
      to: move.to,
      ...(move.history.organizationId ? { organizationId: move.history.organizationId } : {}),
    },
  }
}

type Shown = { organizations: readonly string[]; teams: readonly string[] }

/**
 * Who was asked or looks along loses sight when somebody has it, or when it ended. Who has a part of it keeps sight, as who has the
 * whole does: that organisation is no other than who gives the care.
 */
function shownAfter(standing: Standing, move: Move): Shown {
  const stays = isWaiting(move.to) || !(isWaiting(standing.state) || hasEnded(move.to))
  const asked = move.shownToOrganizations ?? (stays ? standing.shownToOrganizations : [])
  const parts = move.splitBy === null ? [] : standing.partTakerIds
  return {
    organizations: [...new Set([...asked, ...parts])],
    teams: move.shownToTeams ?? (stays ? standing.shownToTeams : []),
  }
}

/**
 * After a return nobody is the taker any more. Done in the product's own name: a nurse outside the team loses sight of the
 * request at this moment, and row-level security lets nobody write a row that they can no longer see.
 */
export async function clearTaker(tx: Tx, requestId: string): Promise<void> {
  await asSystem(tx, 'return-request', (own) =>
    own.db
      .updateTable('requests.care_request')
      .set({ taker_organization_id: null })
      .where('id', '=', requestId)
      .where('state', '=', 'listed')
      .execute(),
  )
}

/**
 * Shows the card to these organisations from now on, and to no others, without moving it; who has a part of it still sees it. What
 * is told of it by `code` is for the lists that are open, not for the history.
 */
export async function showTo(
  own: Tx,
  standing: Standing,
  organizationIds: readonly string[],
  code: string,
): Promise<void> {
  const shown = [...new Set([...organizationIds, ...standing.partTakerIds])]
  await own.db
    .updateTable('requests.care_request')
    .set((eb) => ({ shown_to_organizations: shown, version: eb('version', '+', 1) }))
    .where('id', '=', standing.id)
    .execute()
  const topics = [...new Set([...watchersOf(standing), ...shown.map((id) => `organization:${id}`)])]
  await record(own, {
    kind: 'request-moved',
    topics,
    subjectId: standing.id,
    payload: { code, from: standing.state, to: standing.state },
  })
}

/** The holder was reminded: once per term is enough. */
export async function clearReminder(tx: Tx, requestId: string): Promise<void> {
  await tx.db.updateTable('requests.care_request').set({ remind_at: null }).where('id', '=', requestId).execute()
}

type Line = Pick<Move, 'history' | 'actBy'>

/** Adds a line to the history without moving the request. */
export function addHistory(tx: Tx, requestId: string, line: Line): Promise<void> {
  return addHistories(tx, [{ requestId, ...line }])
}

async function addHistories(tx: Tx, lines: readonly (Line & { requestId: string })[]): Promise<void> {
  const { actor, now } = tx.scope
  await tx.db
    .insertInto('requests.history_entry')
    .values(
      lines.map(({ requestId, history, actBy }) => ({
        id: newId(),
        request_id: requestId,
        region_id: actor.regionId,
        at: now(),
        code: history.code,
        by_kind: actor.kind,
        organization_id: history.organizationId ?? null,
        coordinating_team_id: history.coordinatingTeamId ?? null,
        act_by: actBy ?? null,
        facts: JSON.stringify(history.facts ?? {}),
      })),
    )
    .execute()
}

/** The live topics of everyone who has a request in sight: lists, the page itself, the referrer's list. */
export function watchersOf(standing: Standing): string[] {
  const teams = [standing.coordinatingTeamId, standing.holderCoordinatingTeamId].filter((id) => id !== null)
  return [
    ...new Set([
      `request:${standing.id}`,
      ...teams.map((id) => `team:${id}`),
      ...(standing.takerOrganizationId ? [`organization:${standing.takerOrganizationId}`] : []),
      ...(standing.requesterOrganizationId ? [`referrer:${standing.requesterOrganizationId}`] : []),
      ...standing.shownToTeams.map((id) => `team:${id}`),
      ...standing.shownToOrganizations.map((id) => `organization:${id}`),
    ]),
  ]
}

/** Everyone who had it in sight before or has it after. */
function topicsOf(standing: Standing, move: Move): string[] {
  const shown = shownAfter(standing, move)
  const teamId = move.coordinatingTeamId ?? standing.coordinatingTeamId
  const holderTeam = move.holder && 'coordinatingTeamId' in move.holder ? move.holder.coordinatingTeamId : null
  const teams = [teamId, holderTeam].filter((id) => id !== null).map((id) => `team:${id}`)
  const taker = move.takerOrganizationId ? [`organization:${move.takerOrganizationId}`] : []
  const others = [...shown.teams.map((id) => `team:${id}`), ...shown.organizations.map((id) => `organization:${id}`)]
  return [...new Set([...watchersOf(standing), ...teams, ...taker, ...others])]
}
