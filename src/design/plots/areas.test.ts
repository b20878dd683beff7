import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Place, type Point, plotAreas } from './areas.ts'

const place = (key: string, latitude: number, longitude: number, group = 'a'): Place => ({
  key,
  group,
  latitude,
  longitude,
})

const aRegion = fc
  .array(
    fc.record({
      lat: fc.integer({ min: 0, max: 60 }),
      lon: fc.integer({ min: 0, max: 60 }),
      group: fc.constantFrom('a', 'b', 'c'),
    }),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((all) => all.map(({ lat, lon, group }, index) => place(String(index), 51.7 + lat / 100, 5.6 + lon / 100, group)))

const surface = (corners: readonly Point[]) =>
  Math.abs(
    corners.reduce((sum, [x1, y1], index) => {
      const [x2, y2] = corners[(index + 1) % corners.length]!
      return sum + x1 * y2 - x2 * y1
    }, 0) / 2,
  )

/** How far inside a convex polygon a point lies; negative outside. */
function depth([x, y]: Point, corners: readonly Point[]): number {
  const turns = corners.map(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length]!
    const length = Math.hypot(x2 - x1, y2 - y1)
    return length === 0 ? Number.POSITIVE_INFINITY : ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length
  })
  const finite = turns.filter(Number.isFinite)
  return Math.max(Math.min(...finite), -Math.max(...finite))
}

describe('a map without boundary files', () => {
  test('gives every centre an area, within the picture, with its middle inside', () => {
    fc.assert(
      fc.property(aRegion, (places) => {
        const plot = plotAreas(places)
        expect(plot.areas.map(({ key }) => key)).toEqual(places.map(({ key }) => key))
        for (const area of plot.areas) {
          expect(area.corners.length).toBeGreaterThanOrEqual(3)
          expect(surface(area.corners)).toBeGreaterThan(0)
          expect(area.corners.every(([x, y]) => x >= 0 && x <= plot.width && y >= 0 && y <= plot.height)).toBe(true)
          expect(depth(area.middle, area.corners)).toBeGreaterThan(-1.5)
        }
      }),
    )
  })

  test('lets no two areas overlap', () => {
    fc.assert(
      fc.property(aRegion, (places) => {
        const { areas } = plotAreas(places)
        for (const one of areas)
          for (const other of areas) if (one !== other) expect(depth(one.middle, other.corners)).toBeLessThan(1.5)
      }),
    )
  })

  test('is the same picture each time', () => {
    fc.assert(
      fc.property(aRegion, (places) => {
        expect(plotAreas(places)).toEqual(plotAreas(places))
      }),
    )
  })

  test('moves centres at one spot apart', () => {
    const { areas } = plotAreas(['6811', '6812', '6841', '6861'].map((key) => place(key, 51.98, 5.91)))
    expect(areas.map(({ corners }) => surface(corners) > 100)).toEqual([true, true, true, true])
  })

  test('draws a border between groups only', () => {
    const row = (groups: string[]) =>
      plotAreas(groups.map((group, index) => place(String(index), 52, 5 + index / 50, group)))
    expect(row(['a', 'a', 'a']).borders).toHaveLength(0)
    expect(row(['a', 'b', 'b']).borders).toHaveLength(1)
    expect(row(['a', 'b', 'c']).borders).toHaveLength(2)
    expect(row(['a', 'b', 'c']).groups.map(({ group }) => group)).toEqual(['a', 'b', 'c'])
  })

  test('has nothing to draw without places', () => {
    expect(plotAreas([])).toMatchObject({ areas: [], height: 0 })
  })
})
