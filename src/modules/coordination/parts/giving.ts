import { openIdentity } from '#modules/requests/index.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { insertAssignment } from '../store.ts'

/** Writes down that this organisation takes the part, and opens the identity for it; the unique index lets one win. As the system. */
export async function openForPart(
  own: Tx,
  requestId: string,
  partId: string,
  organizationId: string,
  { startsOn, takenBy }: { startsOn?: string; takenBy?: string } = {},
): Promise<void> {
  const won = await insertAssignment(own, requestId, organizationId, { startsOn, part: partId, takenBy })
  if (!won) throw new Error('A part was taken by two, behind the lock on its request')
  await openIdentity(own, requestId, organizationId)
}
