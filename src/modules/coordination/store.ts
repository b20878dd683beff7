import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Route } from './rules/routing.ts'

/** The region's routing table, lines to teams that no longer exist left out. */
export function listRoutes(tx: Tx): Promise<Route[]> {
  return tx.db
    .selectFrom('coordination.route as r')
    .innerJoin('organizations.coordinating_team as t', 't.id', 'r.coordinating_team_id')
    .where('r.region_id', '=', tx.scope.actor.regionId)
    .where('t.active', '=', true)
    .select([
      'r.id',
      'r.priority',
      'r.coordinating_team_id as coordinatingTeamId',
      'r.pc4s',
      'r.care_kinds as careKinds',
      'r.sources',
    ])
    .execute()
}

export async function getOrganization(tx: Tx, id: string): Promise<{ name: string; givesCare: boolean }> {
  const { name, kind } = await tx.db
    .selectFrom('organizations.organization')
    .select(['name', 'kind'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { name, givesCare: kind === 'provider' }
}

/**
 * Writes down that this organisation takes the request; false when somebody has it already. The unique index is what
 * guards the one taker, whatever the callers above it do.
 */
export async function insertAssignment(
  tx: Tx,
  requestId: string,
  organizationId: string,
  { startsOn, part = 'whole', takenBy }: { startsOn?: string; part?: string; takenBy?: string } = {},
): Promise<boolean> {
  const { actor } = tx.scope
  const { numInsertedOrUpdatedRows = 0n } = await tx.db
    .insertInto('coordination.assignment')
    .values({
      id: newId(),
      request_id: requestId,
      region_id: actor.regionId,
      part,
      organization_id: organizationId,
      taken_by: actor.kind === 'user' ? actor.userId : (takenBy ?? null),
      taken_at: tx.scope.now(),
      starts_on: startsOn ?? null,
    })
    .onConflict((conflict) => conflict.columns(['request_id', 'part']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export async function markStarted(tx: Tx, requestId: string, startedOn: string, part = 'whole'): Promise<void> {
  await tx.db
    .updateTable('coordination.assignment')
    .set({ started_on: startedOn })
    .where('request_id', '=', requestId)
    .where('part', '=', part)
    .where('ended_at', 'is', null)
    .execute()
}

/** Its taker says that the new date can. As the system. */
export async function markDateConfirmed(own: Tx, requestId: string, organizationId: string): Promise<void> {
  await own.db
    .updateTable('coordination.assignment')
    .set({ date_confirmed_at: own.scope.now() })
    .where('request_id', '=', requestId)
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .execute()
}

/** Who has it, or a part of it, and did not say since the date moved that the new one can. As the system. */
export async function listSilentTakers(own: Tx, requestId: string): Promise<string[]> {
  const rows = await own.db
    .selectFrom('coordination.assignment as a')
    .innerJoin('requests.care_request as r', 'r.id', 'a.request_id')
    .select('a.organization_id')
    .distinct()
    .where('a.request_id', '=', requestId)
    .where('a.ended_at', 'is', null)
    .where((eb) => eb(eb.fn.coalesce('a.date_confirmed_at', 'a.taken_at'), '<', eb.ref('r.date_changed_at')))
    .orderBy('a.organization_id')
    .execute()
  return rows.map((row) => row.organization_id)
}

type End = { how: 'returned' | 'withdrawn' | 'closed' | 'swapped'; reason?: string; text?: string; part?: string }

/** Ends what is still running (of one part, or all of it) and answers whose it was. */
export async function endAssignments(tx: Tx, requestId: string, { how, reason, text, part }: End): Promise<string[]> {
  const ended = await tx.db
    .updateTable('coordination.assignment')
    .set({
      ended_at: tx.scope.now(),
      ended_how: how,
      ...(reason === undefined ? {} : { return_reason: reason }),
      ...(text === undefined ? {} : { return_text: text }),
    })
    .where('request_id', '=', requestId)
    .where('ended_at', 'is', null)
    .$if(part !== undefined, (query) => query.where('part', '=', part ?? ''))
    .returning('organization_id')
    .execute()
  return [...new Set(ended.map((row) => row.organization_id))]
}
