import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { endUnanswered } from './swapping.ts'

const batch = 50

/** Ends the proposals of which the moment to answer passed, the longest overdue first; answers how many. Twice does nothing twice. */
export async function endOverdueSwaps(scope: Scope): Promise<number> {
  let ended = 0
  for (;;) {
    const now = await inTransaction(scope, async (tx) => {
      const rows = await tx.db
        .selectFrom('coordination.swap')
        .select('request_id')
        .where('closed_at', 'is', null)
        .where('answer_by', '<=', tx.scope.now())
        .orderBy('answer_by')
        .orderBy('id')
        .limit(batch)
        .execute()
      for (const row of rows) await endUnanswered(tx, row.request_id)
      return rows.length
    })
    ended += now
    if (now < batch) return ended
  }
}
