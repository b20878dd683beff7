import type { EventBus } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What follows in the same transaction when the region changes its map. */
export function reactions(events: EventBus): void {
  events.on('postcode-removed', (tx, { payload }) => leaveArea(tx, String(payload?.pc4)))
}

/** A team does not come in a postcode that is not of the region any more; its version says that it changed. */
async function leaveArea(tx: Tx, pc4: string): Promise<void> {
  const left = await tx.db
    .deleteFrom('organizations.service_area')
    .where('pc4', '=', pc4)
    .returning('team_id')
    .execute()
  if (left.length === 0) return
  await tx.db
    .updateTable('organizations.team')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', 'in', [...new Set(left.map(({ team_id }) => team_id))])
    .execute()
}
