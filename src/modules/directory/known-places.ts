import type { RegionFacts } from '#modules/regions/index.ts'
import { type Place, placesOf } from './rules/places.ts'

const known = new WeakMap<RegionFacts['areas'], Place[]>()

/** The places of a region, put in order once for as long as its facts are kept: a large region has thousands of postcodes. */
export function placesIn({ areas }: Pick<RegionFacts, 'areas'>): readonly Place[] {
  const places = known.get(areas) ?? placesOf(areas.values())
  known.set(areas, places)
  return places
}
