import { createHash } from 'node:crypto'
import { type Compilable, sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canKeepRoutes } from '../policy.ts'
import type { Route } from '../rules/routing.ts'

/** A line of the table as the region manager writes it. */
export type RouteFacts = Omit<Route, 'id'> & { remark: string }
export type KeptRoute = RouteFacts & { id: string }

const fields = [
  'id',
  'priority',
  'coordinating_team_id as coordinatingTeamId',
  'pc4s',
  'care_kinds as careKinds',
  'sources',
  'remark',
] as const

/** Goes along with the query of a page: all lines, those of closed teams too, in the order in which they count. */
export function routesQuery(): Compilable<KeptRoute> {
  return build.selectFrom('coordination.route').select(fields).orderBy('priority').orderBy('id')
}

export async function listKeptRoutes(scope: Scope): Promise<KeptRoute[]> {
  return (await read(scope, { found: routesQuery() })).found
}

/** Stands for what somebody looked at: another text when anything was changed. */
export function seenOfRoute({ priority, coordinatingTeamId, pc4s, careKinds, sources, remark }: RouteFacts): string {
  return createHash('sha256')
    .update(JSON.stringify([priority, coordinatingTeamId, pc4s, careKinds, sources, remark]))
    .digest('base64url')
    .slice(0, 22)
}

export type SaveRoute = { id?: string; seen: string; route: RouteFacts }
export type RouteChanged = { code: 'changed-meanwhile'; now: KeptRoute }

/** Adds a line or changes one, unless somebody else changed it in between. It counts for what is sent from now on. */
export const saveRoute = command((tx, _actor, input: SaveRoute) => saveRouteIn(tx, input))

/** The same inside a transaction that saves more. */
export async function saveRouteIn(tx: Tx, { id, seen, route }: SaveRoute): Promise<Outcome<string, RouteChanged>> {
  const { actor } = tx.scope
  permit(canKeepRoutes(actor))
  if (id === undefined) {
    const added = newId()
    await tx.db
      .insertInto('coordination.route')
      .values({ id: added, region_id: actor.regionId, ...toRow(route) })
      .execute()
    await auditRoute(tx, 'route.add', added)
    return done(added)
  }
  const known = await lockRoute(tx, id)
  if (seenOfRoute(known) !== seen) return refused({ code: 'changed-meanwhile', now: known })
  await tx.db.updateTable('coordination.route').set(toRow(route)).where('id', '=', id).execute()
  await auditRoute(tx, 'route.update', id)
  return done(id)
}

export const removeRoute = command(
  async (tx, actor, { id, seen }: { id: string; seen: string }): Promise<Outcome<void, RouteChanged>> => {
    permit(canKeepRoutes(actor))
    const known = await lockRoute(tx, id)
    if (seenOfRoute(known) !== seen) return refused({ code: 'changed-meanwhile', now: known })
    await tx.db.deleteFrom('coordination.route').where('id', '=', id).execute()
    await auditRoute(tx, 'route.remove', id)
    return done(undefined)
  },
)

/** A postcode that is not of the region any more is in no line; a line that had only that one lets nothing through. */
export async function leavePostcode(tx: Tx, pc4: string): Promise<void> {
  await tx.db
    .updateTable('coordination.route')
    .set({ pc4s: sql<string[]>`array_remove(pc4s, ${pc4})` })
    .where(sql<boolean>`${pc4} = any (pc4s)`)
    .execute()
}

async function lockRoute(tx: Tx, id: string): Promise<KeptRoute> {
  const known = await tx.db
    .selectFrom('coordination.route')
    .select(fields)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!known) throw new NotFound()
  return known
}

function toRow({ priority, coordinatingTeamId, pc4s, careKinds, sources, remark }: RouteFacts) {
  return {
    priority,
    coordinating_team_id: coordinatingTeamId,
    pc4s: pc4s && [...pc4s],
    care_kinds: careKinds && [...careKinds],
    sources: sources && [...sources],
    remark,
  }
}

const deeds = { 'route.add': 'C', 'route.update': 'U', 'route.remove': 'D' } as const

function auditRoute(tx: Tx, event: keyof typeof deeds, id: string): Promise<void> {
  return audit(tx, {
    event,
    action: deeds[event],
    objectType: 'route',
    objectId: id,
    fields: ['priority', 'team', 'pc4s', 'careKinds', 'sources', 'remark'],
    legalBasis: 'administration',
    rule: 'canKeepRoutes',
  })
}
