import { actByAfterEscalation, actByFor, type WayOfWorking } from '#modules/regions/index.ts'
import { getStanding, getStandingForUpdate, type Holder, type Standing } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { remindAt } from '../rules/ladder.ts'

/**
 * Locks a request that this actor can see, in the product's own name: what follows from an answer may take it out of the sight
 * of who answered. Throws `NotFound` when it is not there for this actor.
 */
export async function lockAsSeen(tx: Tx, requestId: string): Promise<Standing> {
  await getStanding(tx, requestId)
  return asSystem(tx, 'lock-request', (own) => getStandingForUpdate(own, requestId))
}

/** The same holder as now. */
export function holderOf({ holderCoordinatingTeamId, holderOrganizationId }: Standing, deskId: string): Holder {
  if (holderCoordinatingTeamId) return { coordinatingTeamId: holderCoordinatingTeamId }
  return holderOrganizationId ? { organizationId: holderOrganizationId } : { coordinatingTeamId: deskId }
}

/** The term of who holds it from now, with its reminder. */
export function termUntil(way: WayOfWorking, now: Date, actBy: Date): { actBy: Date; remindAt: Date } {
  return { actBy, remindAt: remindAt(now, actBy, way) }
}

/**
 * Until when a request that is back on the list may wait: as long as was promised, counted from when its clock started; once it
 * moved up, the term of an escalation. What is over already moves on at once.
 */
export function actByOnList(way: WayOfWorking, standing: Standing, now: Date): Date {
  if (standing.escalationLevel > 0) return actByAfterEscalation(way, now)
  const promised = actByFor(way, standing.priority, standing.clockStartedAt)
  return promised > now ? promised : now
}
