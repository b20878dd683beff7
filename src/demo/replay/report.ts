import { type Assumption, assumptions } from '#modules/matching/rules/replay/assumptions.ts'
import { difference, type Estimate, estimate } from '#modules/matching/rules/replay/compare.ts'
import type { Figures } from '#modules/matching/rules/replay/figures.ts'
import type { Way } from '#modules/matching/rules/replay/ways.ts'

/** How a figure is told: its name, how it is written, and of which of two one would rather have. */
export type Measure = { key: keyof Figures; name: string; write: (value: number) => string; unit: string }

const whole = (value: number) => value.toFixed(0)
const tenth = (value: number) => value.toFixed(1)
const hundredth = (value: number) => value.toFixed(2)
const percent = (value: number) => (100 * value).toFixed(1)

export const measures: readonly Measure[] = [
  { key: 'medianHours', name: 'time to accept, median', write: tenth, unit: 'h' },
  { key: 'ninetyHours', name: 'time to accept, 90 %', write: tenth, unit: 'h' },
  { key: 'within24', name: 'within 24 hours', write: percent, unit: '%' },
  { key: 'within48', name: 'within 48 hours', write: percent, unit: '%' },
  { key: 'open', name: 'no team after 14 days', write: percent, unit: '%' },
  { key: 'hospitalDays', name: 'nights waited per 100 hospital requests', write: whole, unit: '' },
  { key: 'laterNights', name: 'of those, with a team that begins later', write: tenth, unit: '' },
  { key: 'calls', name: 'calls per request', write: tenth, unit: '' },
  { key: 'messages', name: 'messages per request', write: tenth, unit: '' },
  { key: 'travel', name: 'travel per visit, one way', write: tenth, unit: 'min' },
  { key: 'preferred', name: 'preferred organisation, of who asked', write: percent, unit: '%' },
  { key: 'continuity', name: 'organisation that gave care already', write: percent, unit: '%' },
  { key: 'language', name: 'language, of who asked', write: percent, unit: '%' },
  { key: 'faith', name: 'faith or culture, of who asked', write: percent, unit: '%' },
  { key: 'divided', name: 'divided over more than one team', write: percent, unit: '%' },
  { key: 'unevenness', name: 'unevenness between organisations', write: hundredth, unit: '' },
]

/** All values of one figure, one per seed. */
export type ValuesOf = (way: Way, key: keyof Figures) => readonly number[]

export function figuresTable(ways: readonly Way[], valuesOf: ValuesOf): string {
  return table(
    ['', ...ways.map(({ name }) => name)],
    measures.map(({ key, name, write, unit }) => [
      unit ? `${name} (${unit})` : name,
      ...ways.map((way) => told(estimate(valuesOf(way, key)), write)),
    ]),
  )
}

/** What one way gains on another; what lies within its interval is no difference. */
export function differencesTable(pairs: readonly (readonly [Way, Way])[], valuesOf: ValuesOf): string {
  return table(
    ['', ...pairs.map(([one, other]) => `${one.name}, against: ${other.name}`)],
    measures.map(({ key, name, write, unit }) => [
      unit ? `${name} (${unit})` : name,
      ...pairs.map(([one, other]) => gained(valuesOf(one, key), valuesOf(other, key), write)),
    ]),
  )
}

/** How much more one has than the other, or that it cannot be told. */
export function gained(one: readonly number[], other: readonly number[], write: (value: number) => string): string {
  const { mean, margin, differs } = difference(one, other)
  const told = write(Math.abs(mean))
  // What the figure itself cannot show is none either.
  return differs && Number(told) > 0 ? `${mean > 0 ? '+' : '−'}${told} ± ${write(margin)}` : 'no difference'
}

export function assumptionsTable(): string {
  const rows = Object.values<Assumption>(assumptions).map(({ value, says, source }) => [String(value), says, source])
  return table(['Figure', 'What', 'Source'], rows)
}

export function told({ mean, margin }: Estimate, write: (value: number) => string): string {
  return `${write(mean)} ± ${write(margin)}`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => [...(row[column] ?? '')].length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}
