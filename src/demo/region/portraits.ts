import { crc32, deflateSync } from 'node:zlib'
import type { Random } from '../random.ts'

/** Drawn, of nobody: a picture as an administrator would add one, in the shape of the door it stands in. */
export type DrawnPortrait = { content: Buffer; width: number; height: number }

type Colour = readonly [number, number, number]
type Shape = (x: number, y: number) => boolean
type Layer = { colour: Colour; covers: Shape }

/** The drawing is made on a board of 72 by 84; a dot of the picture is two thirds of that, and looked at four times along an edge. */
const board = { width: 72, height: 84 }
const dots = 1.5
const looks = [0.25, 0.75]

const walls: readonly Colour[] = [
  [226, 238, 235],
  [240, 232, 220],
  [230, 233, 243],
  [238, 240, 224],
  [243, 229, 228],
]
const skins: readonly Colour[] = [
  [246, 215, 190],
  [236, 196, 164],
  [214, 164, 124],
  [168, 116, 80],
  [116, 76, 52],
]
const hairs: readonly Colour[] = [
  [58, 44, 38],
  [96, 64, 42],
  [150, 102, 58],
  [208, 170, 110],
  [150, 150, 150],
  [34, 30, 32],
]
const darkHairs: readonly Colour[] = [
  [58, 44, 38],
  [34, 30, 32],
]
const clothes: readonly Colour[] = [
  [14, 92, 92],
  [176, 92, 66],
  [72, 86, 138],
  [118, 132, 74],
  [140, 84, 118],
]
const ink: Colour = [60, 46, 42]

function ellipse(cx: number, cy: number, rx: number, ry: number): Shape {
  return (x, y) => {
    const [dx, dy] = [(x - cx) / rx, (y - cy) / ry]
    return dx * dx + dy * dy <= 1
  }
}
const union =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    shapes.some((covers) => covers(x, y))
const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    shape(x, y) && !hole(x, y)
const ring = (cx: number, cy: number, outer: number, width: number): Shape =>
  without(ellipse(cx, cy, outer, outer), ellipse(cx, cy, outer - width, outer - width))

const face = ellipse(36, 39, 14.5, 17)
const fringe = without(ellipse(36, 31, 17, 17), ellipse(36, 46, 15.5, 19))
const curls = union(
  ...Array.from({ length: 9 }, (_, step) => {
    const angle = Math.PI * (1.08 - (1.16 * step) / 8)
    return ellipse(36 + 15.5 * Math.cos(angle), 32 - 13 * Math.sin(angle), 6, 6)
  }),
)
/** What stands behind the face, and what lies over it. */
const styles: readonly { behind?: Shape; over: Shape }[] = [
  { over: fringe },
  { behind: curls, over: fringe },
  { behind: ellipse(36, 12, 7.5, 7), over: fringe },
  { behind: without(ellipse(36, 46, 20, 27), (_x, y) => y > 68), over: fringe },
  { over: without(fringe, (_x, y) => y > 34) },
]

/** The same moment of chance draws the same portrait. */
export function drawPortrait(random: Random): DrawnPortrait {
  const style = random.pick(styles)
  const skin = random.pick(skins)
  const hair = random.pick(skins.indexOf(skin) > 2 ? darkHairs : hairs)
  const top = random.pick(clothes)
  const glasses = random.chance(0.3)
  const layers: Layer[] = [
    { colour: random.pick(walls), covers: () => true },
    ...(style.behind ? [{ colour: hair, covers: style.behind }] : []),
    { colour: darker(skin), covers: (x, y) => Math.abs(x - 36) < 6.5 && y > 46 && y < 68 },
    { colour: top, covers: ellipse(36, 91, 29, 27) },
    { colour: skin, covers: union(face, ellipse(21.6, 41, 3, 4), ellipse(50.4, 41, 3, 4)) },
    { colour: ink, covers: union(ellipse(30.4, 40, 1.5, 1.7), ellipse(41.6, 40, 1.5, 1.7)) },
    { colour: ink, covers: (x, y) => ring(36, 42.5, 7.2, 1.2)(x, y) && y > 46.4 },
    { colour: hair, covers: style.over },
    ...(glasses ? [{ colour: ink, covers: union(ring(30.2, 40, 5, 0.9), ring(41.8, 40, 5, 0.9)) }] : []),
  ]
  return paint(layers)
}

function paint(layers: readonly Layer[]): DrawnPortrait {
  const [width, height] = [board.width * dots, board.height * dots]
  const fromTop = [...layers].reverse()
  const at = (x: number, y: number) => (fromTop.find(({ covers }) => covers(x / dots, y / dots)) as Layer).colour
  const middles: Colour[] = []
  for (let dot = 0; dot < width * height; dot += 1) middles.push(at((dot % width) + 0.5, Math.floor(dot / width) + 0.5))
  const differs = (dot: number, colour: Colour) => middles[dot] !== undefined && middles[dot] !== colour
  const palette = new Map<string, { place: number; colour: Colour }>()
  const lines = Buffer.alloc(height * (1 + width))
  for (const [dot, middle] of middles.entries()) {
    const [column, row] = [dot % width, Math.floor(dot / width)]
    const isEdge =
      differs(dot - 1, middle) ||
      differs(dot + 1, middle) ||
      differs(dot - width, middle) ||
      differs(dot + width, middle)
    const colour = isEdge ? mixed(looks.flatMap((dx) => looks.map((dy) => at(column + dx, row + dy)))) : middle
    const known = palette.get(colour.join()) ?? { place: palette.size, colour }
    palette.set(colour.join(), known)
    lines[row * (1 + width) + 1 + column] = known.place
  }
  const colours = [...palette.values()].map((one) => one.colour)
  return { content: toPng(width, height, colours, lines), width, height }
}

/** In steps of eight, so that a picture keeps to few colours. */
function mixed(colours: readonly Colour[]): Colour {
  const mean = (part: 0 | 1 | 2) =>
    Math.round(colours.reduce((sum, colour) => sum + colour[part], 0) / colours.length / 8) * 8
  return [mean(0), mean(1), mean(2)]
}

/** A picture with a palette of at most 256 colours; https://www.w3.org/TR/png-3/. */
function toPng(width: number, height: number, colours: readonly Colour[], lines: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
  ]
  return Buffer.concat([start, ...parts, chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

function darker([red, green, blue]: Colour): Colour {
  return [red * 0.9, green * 0.87, blue * 0.85]
}
