import { plain, slugOf } from './spelling.ts'

/** A place with the postcodes it has in this region. */
export type Place = {
  slug: string
  name: string
  municipality: string
  pc4s: readonly string[]
  /** Its names as the search compares them. */
  plainName: string
  plainMunicipality: string
}

const alphabet = new Intl.Collator('nl')

type Area = { pc4: string; place: string; municipality: string }

/**
 * The places of a region in the order of the alphabet. Two of one name in two municipalities get the municipality in their
 * address: 'loo-duiven'.
 */
export function placesOf(areas: Iterable<Area>): Place[] {
  const pc4sOf = new Map<string, Area[]>()
  for (const area of areas) {
    const key = `${area.place}|${area.municipality}`
    pc4sOf.set(key, [...(pc4sOf.get(key) ?? []), area])
  }
  const found = [...pc4sOf.values()].map((own) => ({ ...own[0]!, pc4s: own.map(({ pc4 }) => pc4).sort() }))
  const counts = new Map<string, number>()
  for (const { place } of found) counts.set(slugOf(place), (counts.get(slugOf(place)) ?? 0) + 1)
  return found
    .map(({ place, municipality, pc4s }) => ({
      slug: (counts.get(slugOf(place)) ?? 0) > 1 ? slugOf(`${place} ${municipality}`) : slugOf(place),
      name: place,
      municipality,
      pc4s,
      plainName: plain(place),
      plainMunicipality: plain(municipality),
    }))
    .sort((a, b) => alphabet.compare(a.name, b.name) || alphabet.compare(a.slug, b.slug))
}

/** What an address is about: one neighbourhood, or a place with all of its neighbourhoods. */
export type Spot = { slug: string; name: string; municipality: string; pc4s: readonly string[]; pc4?: string }

/** The spot with this address, '6811' or 'oosterbeek'; nothing when the region has none. */
export function findSpot(
  areas: ReadonlyMap<string, Area>,
  places: readonly Place[],
  address: string,
): Spot | undefined {
  const area = areas.get(address)
  if (area) {
    return { slug: area.pc4, name: area.place, municipality: area.municipality, pc4s: [area.pc4], pc4: area.pc4 }
  }
  const place = places.find(({ slug }) => slug === address)
  return place && { slug: place.slug, name: place.name, municipality: place.municipality, pc4s: place.pc4s }
}
