import { CompiledQuery } from 'kysely'
import type { Database } from '#platform/database/connect.ts'
import type { Scope } from '#platform/database/scope.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { WayOfWorking } from './rules/way-of-working.ts'
import { wayOfWorkingSchema } from './way-of-working-schema.ts'

export type Area = { pc4: string; place: string; municipality: string }
export type ReasonList =
  | 'refusal'
  | 'return'
  | 'withdrawal'
  | 'closing'
  | 'wish-not-met'
  | 'light'
  | 'redirection'
  | 'otherwise'
export type Reason = { code: string; label: string; wantsText: boolean }

export type RegionFacts = {
  id: string
  slug: string
  name: string
  colour: string
  wayOfWorking: WayOfWorking
  areas: ReadonlyMap<string, Area>
  reasons: Readonly<Record<ReasonList, readonly Reason[]>>
}

/** Facts that change a few times a year are read once in this many milliseconds per process. */
const keptFor = 10_000
type Kept = { until: number; loading: Promise<RegionFacts>; loaded?: RegionFacts }
const kept = new WeakMap<Database, Map<string, Kept>>()

/**
 * The region of whoever acts, with its areas and reason lists. Throws when the database does not have it.
 *
 * Inside a transaction give the transaction. What is not at hand is then read over its own connection: waiting for another
 * one while holding a lock stands still when all the others wait for that lock (seen with 200 takers at once).
 */
export function getRegion(place: Scope | Tx): Promise<RegionFacts> {
  const scope = 'db' in place ? place.scope : place
  const { regionId } = scope.actor
  const known = fresh(scope.database, regionId)
  if ('db' in place) return known?.loaded ? Promise.resolve(known.loaded) : loadIn(place, regionId)
  return known?.loading ?? keep(scope.database, regionId)
}

function fresh(database: Database, regionId: string): Kept | undefined {
  const known = kept.get(database)?.get(regionId)
  return known && known.until > Date.now() ? known : undefined
}

function keep(database: Database, regionId: string): Promise<RegionFacts> {
  const regions = kept.get(database) ?? new Map<string, Kept>()
  kept.set(database, regions)
  const entry: Kept = { until: Date.now() + keptFor, loading: loadFrom(database, regionId) }
  regions.set(regionId, entry)
  entry.loading.then(
    (facts) => {
      entry.loaded = facts
    },
    () => {
      if (regions.get(regionId) === entry) regions.delete(regionId)
    },
  )
  return entry.loading
}

/** After a change of a region's facts in this process. */
export function forgetRegion(database: Database): void {
  kept.delete(database)
}

export function findArea(region: RegionFacts, pc4: string): Area | undefined {
  return region.areas.get(pc4)
}

export function listReasons(region: RegionFacts, list: ReasonList): readonly Reason[] {
  return region.reasons[list]
}

type RegionRow = Omit<RegionFacts, 'areas' | 'reasons'> & { areas: Area[]; reasons: (Reason & { list: ReasonList })[] }

/** The newest agreed version of which the day has come; without any, what the region began with. */
export const wayInForce = `coalesce((select v.value from regions.way_of_working_version v
        where v.region_id = r.id and v.agreed_at is not null and v.cancelled_at is null
          and v.effective_on <= (now() at time zone 'Europe/Amsterdam')::date
        order by v.effective_on desc, v.agreed_at desc, v.id desc limit 1), r.way_of_working)`

const regionQuery = `
    select r.id, r.slug, r.name, r.colour, ${wayInForce} as "wayOfWorking",
      (select coalesce(json_agg(json_build_object('pc4', a.pc4, 'place', a.place, 'municipality', m.name) order by a.pc4), '[]')
        from regions.postcode_area a join regions.municipality m on m.id = a.municipality_id where a.region_id = r.id) as areas,
      (select coalesce(json_agg(json_build_object('list', l.list, 'code', l.code, 'label', l.label, 'wantsText', l.wants_text)
          order by l.list, l.position), '[]')
        from regions.reason l where l.region_id = r.id and l.active) as reasons
    from regions.region r where r.id = $1`

/** Before anybody acts: the policies of these tables let that read what each region has told the world. */
async function loadFrom(database: Database, regionId: string): Promise<RegionFacts> {
  return toFacts((await database.pool.query<RegionRow>(regionQuery, [regionId])).rows[0])
}

/** Not kept: what a transaction sees may still be taken back. */
async function loadIn(tx: Tx, regionId: string): Promise<RegionFacts> {
  const { rows } = await tx.db.executeQuery(CompiledQuery.raw(regionQuery, [regionId]))
  return toFacts(rows[0] as RegionRow | undefined)
}

function toFacts(row: RegionRow | undefined): RegionFacts {
  if (!row) throw new Error('This database does not have this region.')
  const reasons: Record<ReasonList, Reason[]> = {
    refusal: [],
    return: [],
    withdrawal: [],
    closing: [],
    'wish-not-met': [],
    light: [],
    otherwise: [],
    redirection: [],
  }
  for (const { list, ...reason } of row.reasons) reasons[list].push(reason)
  return {
    ...row,
    wayOfWorking: wayOfWorkingSchema.parse(row.wayOfWorking),
    areas: new Map(row.areas.map((area) => [area.pc4, area])),
    reasons,
  }
}
