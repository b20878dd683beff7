type Point = { latitude: number | null; longitude: number | null }

/**
 * Where a location lies on the map: the middle of its postcode area, when that is of this region. One that did not move stays where
 * it was, which may be known more closely.
 */
export function pointOf(
  postcode: string,
  areas: readonly (Point & { pc4: string })[],
  before?: Point & { postcode: string },
): Point {
  if (before?.postcode === postcode && before.latitude !== null) {
    return { latitude: before.latitude, longitude: before.longitude }
  }
  const area = areas.find(({ pc4 }) => postcode.startsWith(pc4))
  return { latitude: area?.latitude ?? null, longitude: area?.longitude ?? null }
}
