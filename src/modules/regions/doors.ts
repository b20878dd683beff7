import type { Database } from '#platform/database/connect.ts'
import type { Scope } from '#platform/database/scope.ts'
import { addressOf } from './rules/doors.ts'

/** Where the front door of a region is. Its address has no slash at the end. */
export type Door = { regionId: string; slug: string; name: string; url: string }

/** What a call and a job both know before anybody acts. */
type Installation = Pick<Scope, 'database' | 'installationUrl'>

const keptFor = 10_000
const kept = new WeakMap<Database, { until: number; loading: Promise<readonly Door[]> }>()

/** The doors of all regions that run here, the first region's before the others. Throws when there is no region yet. */
export function listDoors(installation: Installation): Promise<readonly Door[]> {
  const { database } = installation
  const known = kept.get(database)
  if (known && known.until > Date.now()) return known.loading
  const loading = load(installation)
  kept.set(database, { until: Date.now() + keptFor, loading })
  loading.catch(() => kept.delete(database))
  return loading
}

/** The region that a call is for, by the name it was asked for; the first one answers to every name that is nobody's. */
export async function doorOf(installation: Installation, hostname: string): Promise<Door> {
  const doors = await listDoors(installation)
  const name = hostname.toLowerCase()
  return doors.find(({ url }) => new URL(url).hostname === name) ?? (doors[0] as Door)
}

export async function doorOfRegion(installation: Installation, regionId: string): Promise<Door> {
  const door = (await listDoors(installation)).find((one) => one.regionId === regionId)
  if (!door) throw new Error('This installation does not have this region.')
  return door
}

/** The other region of this installation that has this postcode, if there is one. */
export async function findOtherDoor(scope: Scope, pc4: string): Promise<Door | undefined> {
  const { rows } = await scope.database.pool.query<{ regionId: string }>(
    `select a.region_id as "regionId" from regions.postcode_area a join regions.region r on r.id = a.region_id
      where a.pc4 = $1 and a.region_id <> $2 order by r.created_at, r.id limit 1`,
    [pc4, scope.actor.regionId],
  )
  return rows[0] && doorOfRegion(scope, rows[0].regionId)
}

async function load({ database, installationUrl }: Installation): Promise<readonly Door[]> {
  const { rows } = await database.pool.query<Omit<Door, 'url'> & { host: string | null }>(
    'select id as "regionId", slug, name, host from regions.region order by created_at, id',
  )
  if (rows.length === 0) throw new Error('This database has no region yet.')
  return rows.map(({ host, ...region }, place) => ({
    ...region,
    url: addressOf({ slug: region.slug, host }, place === 0, installationUrl),
  }))
}
