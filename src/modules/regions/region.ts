import type { Database } from '#platform/database/connect.ts'
import type { WayOfWorking } from './rules/way-of-working.ts'

export type Area = { pc4: string; place: string; municipality: string }
export type ReasonList = 'refusal' | 'return' | 'withdrawal' | 'closing' | 'wish-not-met'
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
const kept = new WeakMap<Database, { until: number; region: Promise<RegionFacts> }>()

/** The region of this installation, with its areas and reason lists. Throws when the database has none yet. */
export function getRegion(database: Database): Promise<RegionFacts> {
  const known = kept.get(database)
  if (known && known.until > Date.now()) return known.region
  const region = load(database)
  kept.set(database, { until: Date.now() + keptFor, region })
  region.catch(() => kept.delete(database))
  return region
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

async function load(database: Database): Promise<RegionFacts> {
  const { rows } = await database.pool.query<
    Omit<RegionFacts, 'areas' | 'reasons'> & { areas: Area[]; reasons: (Reason & { list: ReasonList })[] }
  >(`
    select r.id, r.slug, r.name, r.colour, r.way_of_working as "wayOfWorking",
      (select coalesce(json_agg(json_build_object('pc4', a.pc4, 'place', a.place, 'municipality', m.name) order by a.pc4), '[]')
        from regions.postcode_area a join regions.municipality m on m.id = a.municipality_id where a.region_id = r.id) as areas,
      (select coalesce(json_agg(json_build_object('list', l.list, 'code', l.code, 'label', l.label, 'wantsText', l.wants_text)
          order by l.list, l.position), '[]')
        from regions.reason l where l.region_id = r.id and l.active) as reasons
    from regions.region r order by r.created_at, r.id limit 1`)
  const row = rows[0]
  if (!row) throw new Error('This database has no region yet.')
  const reasons: Record<ReasonList, Reason[]> = {
    refusal: [],
    return: [],
    withdrawal: [],
    closing: [],
    'wish-not-met': [],
  }
  for (const { list, ...reason } of row.reasons) reasons[list].push(reason)
  return { ...row, areas: new Map(row.areas.map((area) => [area.pc4, area])), reasons }
}
