import { instantOf } from '#kernel/dates.ts'
import { confirmStartBy, getRegion } from '#modules/regions/index.ts'
import { moveRequest, openIdentity, type Standing } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { closeRunning } from '../inquiry/inquiry-store.ts'
import { insertAssignment } from '../store.ts'

/**
 * This organisation has it: it answers for the request from here on, and the identity is open to its nurses. What was asked is
 * closed, and those who were asked lose sight. False when somebody has it already.
 */
export async function giveTo(tx: Tx, standing: Standing, organizationId: string, startsOn?: string): Promise<boolean> {
  if (!(await insertAssignment(tx, standing.id, organizationId, { startsOn }))) return false
  await asSystem(tx, 'close-inquiry', (own) => closeRunning(own, standing.id, 'taken', organizationId))
  await moveRequest(tx, standing, {
    to: 'assigned',
    holder: { organizationId },
    takerOrganizationId: organizationId,
    actBy: await startMustBeConfirmedBy(tx, startsOn ?? standing.startOn),
    escalationLevel: 0,
    escalationStep: null,
    listRank: 1,
    history: { code: 'taken', organizationId, ...(startsOn ? { facts: { startsOn } } : {}) },
  })
  await openIdentity(tx, standing.id, organizationId)
  return true
}

export async function startMustBeConfirmedBy(tx: Tx, startOn: string | null): Promise<Date> {
  const { wayOfWorking } = await getRegion(tx)
  const now = tx.scope.now()
  return confirmStartBy(wayOfWorking, startOn ? instantOf(startOn, wayOfWorking.opening.from) : now, now)
}
