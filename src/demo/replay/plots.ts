import type { Estimate } from '#modules/matching/rules/replay/compare.ts'

/** One line or row of a plot. */
export type Series = { name: string; points: readonly (Estimate & { at: number })[] }

const style = `<style>
  text{font:14px system-ui,sans-serif;fill:#23303a}.soft{fill:#5a6872}.axis{stroke:#9aa7b0;fill:none}.grid{stroke:#e3e8ec}
  .s0,.s1,.s2,.s3,.s4,.s5{fill:none;stroke-width:2.5}.s0{stroke:#5a6872}.s1{stroke:#b3541e;stroke-dasharray:2 4}
  .s2{stroke:#7a5ea8;stroke-dasharray:8 4}.s3{stroke:#1f6f8b}.s4{stroke:#1b7f4b}.s5{stroke:#1b7f4b;stroke-dasharray:8 4}
 .band{stroke-width:2}.dot{stroke-dasharray:none}
  @media (prefers-color-scheme:dark){text{fill:#e6edf2}.soft{fill:#a9b6bf}.axis{stroke:#6d7b85}.grid{stroke:#33414b}
  .s0{stroke:#b4c0c8}.s1{stroke:#f0955c}.s2{stroke:#bfa5e8}.s3{stroke:#6cc0dc}.s4,.s5{stroke:#6fd39b}.paper{fill:#17212a}}
  .paper{fill:#fff}@media (prefers-color-scheme:dark){.paper{fill:#17212a}}
</style>`

const wide = 860
const left = 64

type Frame = {
  title: string
  x: { label: string; ticks: readonly number[]; write?: (value: number) => string }
  y: { label: string; ticks: readonly number[]; write?: (value: number) => string }
}

/** Lines with their bands of 95 %, told apart by dash as well as colour; a name stands beside each line's end. */
export function linePlot(frame: Frame, series: readonly Series[]): string {
  const height = 420
  const right = 350
  const x = scale(frame.x.ticks, left, wide - right)
  const y = scale(frame.y.ticks, height - 50, 50)
  const names = spread(series.map(({ points }) => y(points.at(-1)?.mean ?? 0)))
  const parts = series.map(({ name, points }, nth) => {
    const line = points.map(({ at, mean }) => `${fixed(x(at))},${fixed(y(mean))}`).join(' ')
    const bands = points.length > 12 ? '' : points.map((point) => bar(x(point.at), y, point, nth)).join('')
    const end = points.at(-1)
    const from = `${fixed(x(end?.at ?? 0) + 4)},${fixed(y(end?.mean ?? 0))}`
    return `<polyline class="s${nth}" points="${line}"/>${bands}<polyline class="axis" points="${from} ${wide - right + 18},${fixed(names[nth] ?? 0)}"/><polyline class="s${nth}" points="${wide - right + 22},${fixed(names[nth] ?? 0)} ${wide - right + 46},${fixed(names[nth] ?? 0)}"/><text x="${wide - right + 52}" y="${fixed((names[nth] ?? 0) + 5)}">${name}</text>`
  })
  return svg(height, frame.title, axes(frame, x, y, height, wide - right) + parts.join(''))
}

/** One row per way of working: the mean as a dot, its interval as a line. */
export function dotPlot(title: string, x: Frame['x'], rows: readonly { name: string; value: Estimate }[]): string {
  const height = 90 + rows.length * 40
  const from = 300
  const place = scale(x.ticks, from, wide - 60)
  // An interval may be wider than what is worth drawing.
  const at = (value: number) => Math.min(wide - 60, Math.max(from, place(value)))
  const write = x.write ?? String
  const grid = x.ticks
    .map(
      (tick) =>
        `<line class="grid" x1="${fixed(at(tick))}" x2="${fixed(at(tick))}" y1="44" y2="${height - 44}"/><text class="soft" text-anchor="middle" x="${fixed(at(tick))}" y="${height - 26}">${write(tick)}</text>`,
    )
    .join('')
  const lines = rows.map(({ name, value: { mean, margin } }, nth) => {
    const y = 64 + nth * 40
    return `<text text-anchor="end" x="${from - 14}" y="${y + 5}">${name}</text><line class="s${nth} band" x1="${fixed(at(mean - margin))}" x2="${fixed(at(mean + margin))}" y1="${y}" y2="${y}"/><circle class="s${nth} dot" cx="${fixed(at(mean))}" cy="${y}" r="5"/><text class="soft" x="${fixed(at(mean + margin) + 10)}" y="${y + 5}">${write(mean)}</text>`
  })
  const label = `<text class="soft" text-anchor="middle" x="${(from + wide - 60) / 2}" y="${height - 6}">${x.label}</text>`
  return svg(height, title, grid + lines.join('') + label)
}

function axes(
  { x, y }: Frame,
  toX: (value: number) => number,
  toY: (value: number) => number,
  height: number,
  right: number,
) {
  const across = y.ticks.map(
    (tick) =>
      `<line class="grid" x1="${left}" x2="${right}" y1="${fixed(toY(tick))}" y2="${fixed(toY(tick))}"/><text class="soft" text-anchor="end" x="${left - 8}" y="${fixed(toY(tick) + 5)}">${(y.write ?? String)(tick)}</text>`,
  )
  const down = x.ticks.map(
    (tick) =>
      `<text class="soft" text-anchor="middle" x="${fixed(toX(tick))}" y="${height - 28}">${(x.write ?? String)(tick)}</text>`,
  )
  const labels = `<text class="soft" text-anchor="middle" x="${(left + right) / 2}" y="${height - 8}">${x.label}</text><text class="soft" x="8" y="38">${y.label}</text>`
  return `${across.join('')}${down.join('')}<line class="axis" x1="${left}" x2="${right}" y1="${height - 50}" y2="${height - 50}"/>${labels}`
}

function bar(x: number, y: (value: number) => number, { mean, margin }: Estimate, nth: number): string {
  return `<line class="s${nth} band" x1="${fixed(x)}" x2="${fixed(x)}" y1="${fixed(y(mean - margin))}" y2="${fixed(y(mean + margin))}"/>`
}

function svg(height: number, title: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${height}" width="${wide}" height="${height}" role="img" aria-label="${title}"><title>${title}</title>${style}<rect class="paper" width="${wide}" height="${height}" rx="8"/><text x="8" y="20" font-weight="600">${title}</text>${content}</svg>\n`
}

function scale(ticks: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...ticks), Math.max(...ticks)]
  return (value) => from + ((value - least) / (most - least)) * (to - from)
}

/** Names that would stand on each other move apart. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((at, nth) => ({ at, nth })).sort((one, other) => one.at - other.at)
  for (let place = 1; place < order.length; place += 1) {
    const [before, own] = [order[place - 1], order[place]]
    if (before && own) own.at = Math.max(own.at, before.at + 20)
  }
  const found = [...wanted]
  for (const { at, nth } of order) found[nth] = at
  return found
}

function fixed(value: number): string {
  return value.toFixed(1)
}
