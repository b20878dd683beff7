import { sql } from 'kysely'
import { asSystem } from '#platform/database/as-system.ts'
import { type DomainEvent, record, recordAll } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { addHistories, type NewLine } from './history.ts'
import { endParts, type SplitBy } from './parts.ts'
import { hasEnded, isWaiting, mayMove, type RequestState } from './rules/life.ts'
import { type Standing, watchersOf } from './standing.ts'

/** Who answers for a request: a coordinating team or desk, or the organisation that took it. */
export type Holder = { coordinatingTeamId: string } | { organizationId: string }

export type Move = NewLine & {
  to: RequestState
  /** Left out, with the moment to act by, when the request has ended or care has begun. */
  holder?: Holder
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
}

/** Thrown when code asks for a move that the life of a request does not have: a fault of ours, not of a user. */
export class ImpossibleMove extends Error {
  constructor(from: RequestState, to: RequestState) {
    super(`A request does not go from ${from} to ${to}.`)
    this.name = 'ImpossibleMove'
  }
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
