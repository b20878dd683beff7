import type { Place } from './wanted.ts'

/**
 * One way. An estimate from a straight line, or measured along roads by the region's own route server. `from` when it begins not at
 * the base, but where the organisation has clients now.
 */
export type Travel = {
  minutes: number
  kilometres: number
  by: 'bicycle' | 'car'
  measured?: true
  from?: { pc4: string; clients: number }
}

/** What the streets around an address are like. */
export type AreaKind = 'city' | 'town' | 'country'

const radius = 6371
/** Within one postcode nobody lives at the middle. */
const nearest = 0.7
/** Further than this a district nurse takes the car. */
const farthestByBicycle = 5

/** As the crow flies, in kilometres. */
export function distance(one: Place, other: Place): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const dLat = rad(other.latitude - one.latitude)
  const dLon = rad(other.longitude - one.longitude)
  const a =
    Math.sin(dLat / 2) ** 2 + Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * radius * Math.asin(Math.sqrt(a))
}

/** By what a nurse of this team would go there. */
export function modeBetween(one: Place, other: Place): Travel['by'] {
  return Math.max(nearest, distance(one, other)) <= farthestByBicycle ? 'bicycle' : 'car'
}

/**
 * The kind of area by what the region's own table tells: how many middles of other postcodes lie within some two kilometres. Postcodes are
 * drawn smaller where more people live.
 */
export function areaKindOf(postcodesNearby: number): AreaKind {
  if (postcodesNearby >= 8) return 'city'
  return postcodesNearby === 0 ? 'country' : 'town'
}

/** Kilometres an hour. A bicycle: 12.4 on average in the Netherlands (KiM), 16.6 in Zeeland (Fietsersbond), 15 assumed between. */
const bicycleSpeed: Record<AreaKind, number> = { city: 13, town: 15, country: 16.6 }
/** A car at the very shortest distance; it grows with the distance. Assumed. */
const carSpeed: Record<AreaKind, number> = { city: 18, town: 22, country: 32 }

/**
 * Minutes from the straight line: a bicycle goes round a quarter more, a car a third more, faster the farther it is and slower where
 * there are more streets, with what it takes to leave and arrive. The factors are assumed; with postcodes of four digits
 * they are right within some two minutes by bicycle in town, and four by car.
 */
export function travelBetween(one: Place, other: Place, kind: AreaKind = 'town'): Travel {
  const straight = Math.max(nearest, distance(one, other))
  const by = modeBetween(one, other)
  const kilometres = straight * (by === 'bicycle' ? 1.25 : 1.35)
  const minutes =
    by === 'bicycle'
      ? (kilometres / bicycleSpeed[kind]) * 60 + 1.5
      : (kilometres / (carSpeed[kind] + Math.min(33, 2.2 * straight))) * 60 + 4
  return { minutes: Math.round(minutes), kilometres: tenth(kilometres), by }
}

/** What a route server measured, with what it takes to leave and arrive. */
export function travelMeasured(by: Travel['by'], minutes: number, kilometres: number): Travel {
  const leaving = by === 'bicycle' ? 1.5 : 4
  return { minutes: Math.round(minutes + leaving), kilometres: tenth(kilometres), by, measured: true }
}

function tenth(kilometres: number): number {
  return Math.round(kilometres * 10) / 10
}
