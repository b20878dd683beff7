import type { Compilable } from 'kysely'
import { build } from '#platform/database/single-client-driver.ts'

/** A postcode area with where it lies, for a map. */
export type AreaPlace = { pc4: string; place: string; municipality: string; latitude: number; longitude: number }

/** Goes along with the query of a page. */
export function areaPlacesQuery(): Compilable<AreaPlace> {
  return build
    .selectFrom('regions.postcode_area as a')
    .innerJoin('regions.municipality as m', 'm.id', 'a.municipality_id')
    .select(['a.pc4', 'a.place', 'm.name as municipality', 'a.latitude', 'a.longitude'])
    .orderBy('a.pc4')
}
