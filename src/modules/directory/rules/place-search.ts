import type { Place } from './places.ts'
import { plain, slipsBetween, slipsForgiven } from './spelling.ts'

/** What was meant: surely (`exact`), or perhaps (`close`, the likeliest first). */
export type PlacesFound = { exact: readonly Place[]; close: readonly Place[] }

const mostShown = 8

/**
 * Finds places by what somebody typed, slips of the hand included: 'osterbeek', 'Wageninge'. The name of a municipality gives
 * all of its places.
 */
export function searchPlaces(places: readonly Place[], typed: string): PlacesFound {
  const wanted = plain(typed)
  if (wanted === '') return { exact: [], close: [] }
  const named = places.filter(({ plainName }) => plainName === wanted)
  const inMunicipality = places.filter(({ plainMunicipality }) => plainMunicipality === wanted)
  if (named.length > 0) return { exact: named, close: inMunicipality.filter((place) => !named.includes(place)) }
  if (inMunicipality.length === 1) return { exact: inMunicipality, close: [] }
  if (inMunicipality.length > 1) return { exact: [], close: inMunicipality }
  const close = places
    .map((place) => ({
      place,
      far: Math.min(howFar(wanted, place.plainName), howFar(wanted, place.plainMunicipality)),
    }))
    .filter(({ far }) => far < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.far - b.far || (a.place.plainName < b.place.plainName ? -1 : 1))
    .slice(0, mostShown)
    .map(({ place }) => place)
  return { exact: [], close }
}

/** Half a slip for a name that was begun but not finished; infinite when it is another word. */
function howFar(wanted: string, name: string): number {
  if (wanted.length >= 3 && name.startsWith(wanted)) return 0.5
  if (wanted.length >= 4 && ` ${name} `.includes(` ${wanted} `)) return 0.75
  const forgiven = slipsForgiven(Math.min(wanted.length, name.length))
  const slips = slipsBetween(wanted, name, forgiven)
  return slips <= forgiven ? slips : Number.POSITIVE_INFINITY
}
