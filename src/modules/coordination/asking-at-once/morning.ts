import { getStandingForUpdate } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { goOnAsking } from '../inquiry/settling.ts'

const batch = 50

/**
 * The quiet hours are over: asks what waited for that, in the order in which it was to be asked, and answers how many. Each is done
 * in one transaction that also takes away its moment: a second run, also at the same time or after a day of downtime, finds nothing
 * left to do.
 */
export async function askAfterQuietHours(scope: Scope): Promise<number> {
  let asked = 0
  for (;;) {
    const now = await inTransaction(scope, async (tx) => {
      const rows = await tx.db
        .selectFrom('coordination.asking_at_once as a')
        .innerJoin('requests.care_request as r', 'r.id', 'a.request_id')
        .select('a.request_id as id')
        .where('a.ask_from', '<=', tx.scope.now())
        .where('r.state', '=', 'listed')
        .where('r.split_by', 'is', null)
        .orderBy('a.ask_from')
        .orderBy('a.request_id')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { id } of rows) await goOnAsking(tx, await getStandingForUpdate(tx, id))
      return rows.length
    })
    asked += now
    if (now === 0) return asked
  }
}
