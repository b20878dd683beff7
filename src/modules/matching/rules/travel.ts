import type { Place } from './wanted.ts'

/** An estimate, one way: people do not travel in straight lines. */
export type Travel = { minutes: number; kilometres: number; by: 'bicycle' | 'car' }

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

/**
 * Minutes from the straight line: a bicycle goes round a quarter more at 15 km an hour, a car a third more, faster the
 * farther it is (22 km an hour in town, at most 55), with what it takes to leave and arrive. The factors are assumed; with
 * postcodes of four digits they are right within some two minutes by bicycle in town, and four by car.
 */
export function travelBetween(one: Place, other: Place): Travel {
  const straight = Math.max(nearest, distance(one, other))
  if (straight <= farthestByBicycle) {
    const kilometres = straight * 1.25
    return { minutes: Math.round((kilometres / 15) * 60 + 1.5), kilometres: tenth(kilometres), by: 'bicycle' }
  }
  const kilometres = straight * 1.35
  const speed = 22 + Math.min(33, 2.2 * straight)
  return { minutes: Math.round((kilometres / speed) * 60 + 4), kilometres: tenth(kilometres), by: 'car' }
}

function tenth(kilometres: number): number {
  return Math.round(kilometres * 10) / 10
}
