import { closeIdentity } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { endAssignments } from '../store.ts'
import { stopWaiting } from './ending.ts'

/** The requester took the request back: whoever had taken it is done with it, and the identity closes. */
export async function endWithdrawn(tx: Tx, requestId: string): Promise<void> {
  await asSystem(tx, 'end-withdrawn', async (own) => {
    await stopWaiting(own, requestId)
    const takers = await endAssignments(own, requestId, { how: 'withdrawn' })
    for (const organizationId of takers) await closeIdentity(own, requestId, organizationId)
  })
}
