import { CompiledQuery } from 'kysely'
import type { Database } from '#platform/database/connect.ts'
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
const kept = new WeakMap<Database, Kept>()

/**
 * The region of this installation, with its areas and reason lists. Throws when the database has none yet.
 *
 * Inside a transaction give the transaction. What is not at hand is then read over its own connection: waiting for another
 * one while holding a lock stands still when all the others wait for that lock (seen with 200 takers at once).
 */
export function getRegion(place: Database | Tx): Promise<RegionFacts> {
  const tx = 'db' in place ? place : undefined
  const known = fresh(tx ? tx.scope.database : (place as Database))
  if (tx) return known?.loaded ? Promise.resolve(known.loaded) : loadIn(tx)
  return known?.loading ?? keep(place as Database, loadFrom(place as Database))
}

function fresh(database: Database): Kept | undefined {
  const known = kept.get(database)
  return known && known.until > Date.now() ? known : undefined
}

function keep(database: Database, loading: Promise<RegionFacts>): Promise<RegionFacts> {
  const entry: Kept = { until: Date.now() + keptFor, loading }
  kept.set(database, entry)
  loading.then(
    (facts) => {
      entry.loaded = facts
    },
    () => {
      if (kept.get(database) === entry) kept.delete(database)
    },
  )
  return loading
}

/** After a change of the region's facts in this process. */
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
    from regions.region r order by r.created_at, r.id limit 1`

async function loadFrom(database: Database): Promise<RegionFacts> {
  return toFacts((await database.pool.query<RegionRow>(regionQuery)).rows[0])
}

/** Not kept: what a transaction sees may still be taken back. */
async function loadIn(tx: Tx): Promise<RegionFacts> {
  return toFacts((await tx.db.executeQuery(CompiledQuery.raw(regionQuery))).rows[0] as RegionRow | undefined)
}

function toFacts(row: RegionRow | undefined): RegionFacts {
  if (!row) throw new Error('This database has no region yet.')
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
