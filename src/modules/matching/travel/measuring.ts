import { sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { modeBetween, type Travel } from '../rules/travel.ts'
import type { Place } from '../rules/wanted.ts'
import { mostAtOnce, type RouteServer } from './route-server.ts'
import { teamPlaces } from './team-places.ts'

type Pair = { teamId: string; pc4: string; fromLatitude: number; fromLongitude: number } & Place

/** Roads change a little: what is older than this is asked anew. */
const keptDays = 90

/**
 * Asks the route server for every pair of a team and a postcode it serves that was not measured yet, or not lately, or between other
 * points; answers how many it measured. What was measured stays when the server fails half way: the rest is estimated until the
 * next time. The network is never waited for inside a transaction, nor by anybody's page.
 *
 * @throws RouteServerFailed
 */
export async function measureTravel(scope: Scope, server: RouteServer): Promise<number> {
  const pairs = await pairsToMeasure(scope)
  let measured = 0
  for (const some of inTables(pairs)) {
    const [first] = some.pairs
    if (!first) continue
    const from = { latitude: first.fromLatitude, longitude: first.fromLongitude }
    const found = await server.table(some.by, from, some.pairs)
    const known = some.pairs.flatMap((pair, nth) => {
      const travel = found[nth]
      return travel ? [{ ...pair, ...travel }] : []
    })
    await save(scope, some.by, known)
    measured += known.length
  }
  return measured
}

async function pairsToMeasure(scope: Scope): Promise<Pair[]> {
  const since = new Date(scope.now().getTime() - keptDays * 86_400_000)
  return inTransaction(scope, async ({ db }) => {
    await sql`delete from matching.measured_travel m where not exists
      (select from organizations.service_area a where a.team_id = m.team_id and a.pc4 = m.pc4)`.execute(db)
    const { rows } = await sql<Pair>`
      with ${teamPlaces()}
      select s.team_id as "teamId", s.pc4, t.latitude as "fromLatitude", t.longitude as "fromLongitude",
        p.latitude, p.longitude
      from organizations.service_area s
      join organizations.team own on own.id = s.team_id and own.active and own.region_id = platform.actor_region()
      join team_place t on t.team_id = s.team_id
      join regions.postcode_area p on p.pc4 = s.pc4 and p.region_id = platform.actor_region()
      where t.latitude is not null and p.latitude is not null and not exists (
        select from matching.measured_travel m where m.team_id = s.team_id and m.pc4 = s.pc4 and m.measured_at > ${since}
          and m.from_latitude = t.latitude and m.from_longitude = t.longitude
          and m.to_latitude = p.latitude and m.to_longitude = p.longitude)
      order by s.team_id, s.pc4`.execute(db)
    return rows
  })
}

/** One team and one way of going per table, and no larger than a server takes. */
function inTables(pairs: readonly Pair[]): { by: Travel['by']; pairs: Pair[] }[] {
  const tables = new Map<string, { by: Travel['by']; pairs: Pair[] }>()
  const full: { by: Travel['by']; pairs: Pair[] }[] = []
  for (const pair of pairs) {
    const by = modeBetween({ latitude: pair.fromLatitude, longitude: pair.fromLongitude }, pair)
    const key = `${pair.teamId} ${by}`
    const table = tables.get(key) ?? { by, pairs: [] }
    table.pairs.push(pair)
    tables.set(key, table)
    if (table.pairs.length < mostAtOnce) continue
    full.push(table)
    tables.delete(key)
  }
  return [...full, ...tables.values()]
}

async function save(
  scope: Scope,
  by: Travel['by'],
  measured: readonly (Pair & { minutes: number; kilometres: number })[],
) {
  if (measured.length === 0) return
  await inTransaction(scope, ({ db }) =>
    db
      .insertInto('matching.measured_travel')
      .values(
        measured.map(({ teamId, pc4, minutes, kilometres, ...points }) => ({
          team_id: teamId,
          pc4,
          region_id: scope.actor.regionId,
          by,
          minutes,
          kilometres,
          from_latitude: points.fromLatitude,
          from_longitude: points.fromLongitude,
          to_latitude: points.latitude,
          to_longitude: points.longitude,
          measured_at: scope.now(),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['team_id', 'pc4']).doUpdateSet((eb) => ({
          by: eb.ref('excluded.by'),
          minutes: eb.ref('excluded.minutes'),
          kilometres: eb.ref('excluded.kilometres'),
          from_latitude: eb.ref('excluded.from_latitude'),
          from_longitude: eb.ref('excluded.from_longitude'),
          to_latitude: eb.ref('excluded.to_latitude'),
          to_longitude: eb.ref('excluded.to_longitude'),
          measured_at: eb.ref('excluded.measured_at'),
        })),
      )
      .execute(),
  )
}
