import { sql } from 'kysely'
import { localDateOf } from '#kernel/dates.ts'
import type { Tx } from '#platform/database/transaction.ts'

/**
 * Keeps per list and day which one thing would have solved what stayed open, as the last proposal of that day says: counts, no
 * requests. Asked for again on the same day, it takes the place of the earlier one: the same request is not counted twice.
 */
export async function keepUnmetNeed(tx: Tx, proposalId: string): Promise<void> {
  const today = localDateOf(tx.scope.now())
  await sql`
    delete from matching.unmet_need u using matching.proposal p
    where p.id = ${proposalId} and u.coordinating_team_id = p.coordinating_team_id and u.counted_on = ${today}`.execute(
    tx.db,
  )
  await sql`
    insert into matching.unmet_need (region_id, coordinating_team_id, counted_on, code, thing, requests, of_open)
    select p.region_id, p.coordinating_team_id, ${today}, thing ->> 'code',
      coalesce(thing ->> 'daypart', thing ->> 'careKind', thing ->> 'pc4'), jsonb_array_length(thing -> 'requestIds'),
      (p.result -> 'sums' -> 'proposal' ->> 'open')::int
    from matching.proposal p cross join lateral jsonb_array_elements(p.result -> 'missing') thing
    where p.id = ${proposalId}`.execute(tx.db)
}
