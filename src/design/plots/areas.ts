import { Delaunay } from 'd3-delaunay'

/** A place on earth with the key of its area and the group (a municipality) it belongs to. */
export type Place = { key: string; group: string; latitude: number; longitude: number }

export type Point = readonly [x: number, y: number]

export type Area = {
  key: string
  /** The corners in the order of the outline; convex. */
  corners: readonly Point[]
  /** Where a word or a shape can stand, and how far it is from there to the nearest side. */
  middle: Point
  room: number
}

export type AreaPlot = {
  width: number
  height: number
  areas: readonly Area[]
  /** Lines between areas of different groups, and along the outside. */
  borders: ReadonlyArray<readonly [Point, Point]>
  outline: ReadonlyArray<readonly [Point, Point]>
  /** Where the name of each group can stand: the middle of its areas. */
  groups: ReadonlyArray<{ group: string; middle: Point }>
}

type Corner = {
  x: number
  y: number /** Which neighbour lies behind the side that starts here; -1 is outside. */
  behind: number
}
/** As the packages want it: without `readonly`. */
type Spot = [x: number, y: number]
type HalfPlane = { a: number; b: number; c: number; behind: number }

const width = 1000
const outside = -1
const sidesOfCircle = 40

/**
 * A map without boundary files: each area is all that is nearer to its centre than to any other (Voronoi), within a circle
 * around it and within the outline of all centres. Areas never overlap, and together they leave no gap but where no centre
 * is near. Centres at one spot are moved apart a little, so that each has an area.
 */
export function plotAreas(places: readonly Place[]): AreaPlot {
  if (places.length === 0) return { width, height: 0, areas: [], borders: [], outline: [], groups: [] }
  const centres = movedApart(inKilometres(places))
  const delaunay = Delaunay.from(centres)
  const reach = reachOf(centres, delaunay)
  const hull = hullAround(centres, reach / 2)
  const cells = centres.map((centre, index) => cellOf(centre, centres, neighboursOf(delaunay, index), hull, reach))
  const fit = fitter(cells.flat())
  const areas = cells.map((cell, index) => areaOf(places[index]!.key, cell.map(fit.point)))
  const sides = cells.flatMap((cell, index) =>
    cell.map((corner, place) => ({
      index,
      behind: corner.behind,
      line: [fit.point(corner), fit.point(cell[(place + 1) % cell.length]!)] as const,
    })),
  )
  return {
    width,
    height: fit.height,
    areas,
    borders: sides
      .filter(({ index, behind }) => behind > index && places[behind]!.group !== places[index]!.group)
      .map(({ line }) => line),
    outline: sides.filter(({ behind }) => behind === outside).map(({ line }) => line),
    groups: groupsOf(places, areas),
  }
}

/** East and south of the first place, in kilometres; good enough for a region. */
function inKilometres(places: readonly Place[]): Spot[] {
  const { latitude, longitude } = places[0]!
  const perDegree = 111.32
  const shrink = Math.cos((latitude * Math.PI) / 180)
  return places.map((place) => [
    (place.longitude - longitude) * perDegree * shrink,
    (latitude - place.latitude) * perDegree,
  ])
}

function movedApart(points: readonly Point[]): Spot[] {
  const seen = new Map<string, number>()
  return points.map(([x, y]) => {
    const spot = `${x.toFixed(3)} ${y.toFixed(3)}`
    const before = seen.get(spot) ?? 0
    seen.set(spot, before + 1)
    if (before === 0) return [x, y]
    // Points of a sunflower: no two at one spot, however many there are.
    const [angle, distance] = [before * 2.399963, 0.35 * Math.sqrt(before)]
    return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)]
  })
}

/** A lone point is told to border on itself and on nothing (-1). */
function neighboursOf(delaunay: Delaunay<Spot>, index: number): number[] {
  return [...delaunay.neighbors(index)].filter((other) => other >= 0 && other !== index)
}

/** How far an area goes from its centre: so far that all circles together are one whole, and never less than a kilometre. */
function reachOf(centres: readonly Point[], delaunay: Delaunay<Spot>): number {
  const edges = centres
    .flatMap((_, from) =>
      neighboursOf(delaunay, from).map((to) => ({ from, to, length: distance(centres[from]!, centres[to]!) })),
    )
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.length - other.length)
  const root = centres.map((_, index) => index)
  const rootOf = (index: number): number => {
    while (root[index] !== index) index = root[index]!
    return index
  }
  let longest = 0
  for (const { from, to, length } of edges) {
    const [one, other] = [rootOf(from), rootOf(to)]
    if (one === other) continue
    root[one] = other
    longest = length
  }
  return Math.max(1, longest * 0.7)
}

/** The smallest convex outline at some distance around all centres. */
function hullAround(centres: readonly Point[], margin: number): Spot[] {
  const around = centres.flatMap((centre) => circle(centre, margin))
  return [...Delaunay.from(around).hull].map((index) => around[index]!)
}

function cellOf(
  centre: Point,
  centres: readonly Point[],
  neighbours: readonly number[],
  hull: readonly Point[],
  reach: number,
): Corner[] {
  let cell: Corner[] = circle(centre, reach).map(([x, y]) => ({ x, y, behind: outside }))
  for (const neighbour of neighbours) cell = clip(cell, nearerTo(centre, centres[neighbour]!, neighbour))
  hull.forEach((corner, place) => {
    cell = clip(cell, sideOf(corner, hull[(place + 1) % hull.length]!, centre))
  })
  return cell
}

function circle([x, y]: Point, radius: number): Spot[] {
  return Array.from({ length: sidesOfCircle }, (_, step) => {
    const angle = (step / sidesOfCircle) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

/** The side of a line on which a point lies. */
function sideOf([x1, y1]: Point, [x2, y2]: Point, inside: Point): HalfPlane {
  const [a, b] = [y2 - y1, x1 - x2]
  const c = -(a * x1 + b * y1)
  const sign = a * inside[0] + b * inside[1] + c <= 0 ? 1 : -1
  return { a: a * sign, b: b * sign, c: c * sign, behind: outside }
}

function nearerTo([x1, y1]: Point, [x2, y2]: Point, behind: number): HalfPlane {
  return { a: x2 - x1, b: y2 - y1, c: (x1 * x1 + y1 * y1 - x2 * x2 - y2 * y2) / 2, behind }
}

/** What is left of a convex polygon on one side of a line (Sutherland and Hodgman); the new side knows what lies behind it. */
function clip(polygon: readonly Corner[], { a, b, c, behind }: HalfPlane): Corner[] {
  const beyond = (corner: Corner) => a * corner.x + b * corner.y + c
  if (polygon.every((corner) => beyond(corner) <= 0)) return [...polygon]
  return polygon.flatMap((corner, place) => {
    const next = polygon[(place + 1) % polygon.length]!
    const [here, there] = [beyond(corner), beyond(next)]
    const kept = here <= 0 ? [corner] : []
    if (here <= 0 === there <= 0) return kept
    const share = here / (here - there)
    const crossing = { x: corner.x + share * (next.x - corner.x), y: corner.y + share * (next.y - corner.y) }
    return [...kept, { ...crossing, behind: here <= 0 ? behind : corner.behind }]
  })
}

function fitter(corners: readonly Corner[]) {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const margin = 12
  const scale = (width - 2 * margin) / Math.max(Math.max(...xs) - left, (Math.max(...ys) - top) / 1.5)
  // A tall region stands in the middle of its width.
  const indent = (width - 2 * margin - (Math.max(...xs) - left) * scale) / 2
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    height: Math.ceil((Math.max(...ys) - top) * scale + 2 * margin),
    point: ({ x, y }: Corner): Point => [
      round((x - left) * scale + margin + indent),
      round((y - top) * scale + margin),
    ],
  }
}

function areaOf(key: string, corners: readonly Point[]): Area {
  const middle = centroid(corners)
  const room = Math.min(
    ...corners.map((corner, place) => distanceToLine(middle, corner, corners[(place + 1) % corners.length]!)),
  )
  return { key, corners, middle, room }
}

function centroid(corners: readonly Point[]): Point {
  let [twice, x, y] = [0, 0, 0]
  corners.forEach(([x1, y1], place) => {
    const [x2, y2] = corners[(place + 1) % corners.length]!
    const cross = x1 * y2 - x2 * y1
    twice += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  })
  if (twice === 0) return corners[0]!
  return [Math.round(x / (3 * twice)), Math.round(y / (3 * twice))]
}

function groupsOf(places: readonly Place[], areas: readonly Area[]): AreaPlot['groups'] {
  const names = [...new Set(places.map(({ group }) => group))]
  return names.map((group) => {
    const own = areas.filter((_, index) => places[index]!.group === group)
    const mean = (axis: 0 | 1) => Math.round(own.reduce((sum, { middle }) => sum + middle[axis], 0) / own.length)
    return { group, middle: [mean(0), mean(1)] as const }
  })
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

function distanceToLine(from: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return distance(from, [x1, y1])
  return Math.abs((x2 - x1) * (y1 - from[1]) - (x1 - from[0]) * (y2 - y1)) / length
}
