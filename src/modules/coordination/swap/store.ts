import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/transaction.ts'

export type SwapEnd = 'accepted' | 'refused' | 'taken-back' | 'no-answer' | 'overtaken'

export type RunningSwap = {
  id: string
  requestId: string
  /** Null: the whole request. */
  partId: string | null
  fromId: string
  toId: string
  takesOverOn: string | null
  answerBy: Date
}

/** What was proposed and is not answered yet. Behind the lock on the request, as the system. */
export function findSwap(own: Tx, requestId: string): Promise<RunningSwap | undefined> {
  return own.db
    .selectFrom('coordination.swap')
    .select([
      'id',
      'request_id as requestId',
      'part_id as partId',
      'from_organization_id as fromId',
      'to_organization_id as toId',
      'takes_over_on as takesOverOn',
      'answer_by as answerBy',
    ])
    .where('request_id', '=', requestId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

export type NewSwap = {
  requestId: string
  partId?: string
  fromId: string
  toId: string
  remark?: string
  takesOverOn?: string
  answerBy: Date
  proposedBy: string
}

/** The unique index holds that one runs at a time. As the system. */
export async function insertSwap(own: Tx, swap: NewSwap): Promise<void> {
  await own.db
    .insertInto('coordination.swap')
    .values({
      id: newId(),
      request_id: swap.requestId,
      region_id: own.scope.actor.regionId,
      part_id: swap.partId ?? null,
      from_organization_id: swap.fromId,
      to_organization_id: swap.toId,
      remark: swap.remark ?? null,
      takes_over_on: swap.takesOverOn ?? null,
      proposed_at: own.scope.now(),
      proposed_by: swap.proposedBy,
      answer_by: swap.answerBy,
    })
    .execute()
}

/** Ends what runs; of one part only, when that is said. As the system. */
export async function closeSwapOf(
  own: Tx,
  requestId: string,
  outcome: SwapEnd,
  partId?: string,
  by: { reason?: string; userId?: string } = {},
): Promise<void> {
  await own.db
    .updateTable('coordination.swap')
    .set({ closed_at: own.scope.now(), outcome, reason: by.reason ?? null, closed_by: by.userId ?? null })
    .where('request_id', '=', requestId)
    .where('closed_at', 'is', null)
    .$if(partId !== undefined, (query) => query.where('part_id', '=', partId ?? ''))
    .execute()
}
