import { type Expression, sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { Tx } from '#platform/database/transaction.ts'

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

/** What happened to a request, and which team or organisation it is about. */
export type Happened = {
  code: HistoryCode
  organizationId?: string
  coordinatingTeamId?: string
  facts?: Record<string, unknown>
}

/** A line as it is added: with the moment by which the holder must act from now on, if there is one. */
export type NewLine = { history: Happened; actBy?: Date }

/** A line as it is read. */
export type HistoryLine = {
  id: string
  at: Date
  code: HistoryCode
  organizationName: string | null
  teamName: string | null
  actBy: Date | null
  facts: Record<string, unknown>
}

/** What happened to a request, the oldest first unless told otherwise. */
export function historyOf(requestId: string | Expression<string>, order: 'asc' | 'desc' = 'asc') {
  const id = typeof requestId === 'string' ? sql<string>`${requestId}::uuid` : requestId
  return build
    .selectFrom('requests.history_entry as h')
    .leftJoin('organizations.organization as o', 'o.id', 'h.organization_id')
    .leftJoin('organizations.coordinating_team as t', 't.id', 'h.coordinating_team_id')
    .select([
      'h.id',
      'h.at',
      'h.code',
      'o.name as organizationName',
      't.name as teamName',
      'h.act_by as actBy',
      'h.facts',
    ])
    .where('h.request_id', '=', id)
    .orderBy('h.at', order)
    .orderBy('h.id', order)
    .$castTo<HistoryLine>()
}

/** Adds a line to the history without moving the request. */
export function addHistory(tx: Tx, requestId: string, line: NewLine): Promise<void> {
  return addHistories(tx, [{ requestId, ...line }])
}

export async function addHistories(tx: Tx, lines: readonly (NewLine & { requestId: string })[]): Promise<void> {
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
