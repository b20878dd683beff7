import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ways } from '#modules/matching/rules/replay/ways.ts'
import { conclusions } from './conclusions.ts'
import { differencesTable, measures, type ValuesOf } from './report.ts'

/** Three seeds that swing by two; what one way gains on the way before it in the list is told apart. */
const valuesWith =
  (gain: number): ValuesOf =>
  (way) =>
    [1, 3, 2].map((value, seed) => value + gain * ways.indexOf(way) + (seed === 1 ? 0.01 : 0))

describe('the words of the report', () => {
  test('call no difference what lies within its interval, and say which way it goes where it does not', () => {
    const same: ValuesOf = (way, key) =>
      [...valuesWith(0)(way, key)].sort((one, other) => (ways.indexOf(way) % 2 ? one - other : other - one))
    for (const line of conclusions(same)) {
      expect(line).toContain('no difference in placed within 24 hours')
      expect(line).not.toMatch(/more|fewer|±/)
    }
    const [atOnce = '', , shortlist = ''] = conclusions(valuesWith(10))
    expect(atOnce).toContain('points more placed within 24 hours')
    expect(atOnce).not.toContain('no difference')
    expect(shortlist).toContain('more minutes of travel per visit')
    const [less = ''] = conclusions(valuesWith(-10))
    expect(less).toContain('points fewer placed within 24 hours')
  })

  test('are those of the report that is published: no figure smaller than its interval, and none that the table calls no difference', () => {
    const report = readFileSync(new URL('../../../docs/replay.md', import.meta.url), 'utf8')
    const part = (title: string) => report.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
    const said = part('What it says')
    const figures = [...said.matchAll(/([\d.]+) ± ([\d.]+) (?:points )?(?:more|fewer)/g)]
    expect(figures.length).toBeGreaterThan(3)
    for (const [, mean, margin] of figures) expect(Number(mean)).toBeGreaterThanOrEqual(Number(margin))
    const differences = part('Differences')
    const cells = [...differences.matchAll(/[+−]([\d.]+) ± ([\d.]+)/g)]
    expect(cells.length).toBeGreaterThan(5)
    for (const [, mean, margin] of cells) expect(Number(mean)).toBeGreaterThanOrEqual(Number(margin))
    // Calling against by hand stands first in the table and last in the words.
    const [, calling = ''] =
      differences
        .split('\n')
        .find((line) => line.startsWith('| within 24 hours'))
        ?.split('|')
        .slice(1) ?? []
    const words = said.split('\n').find((line) => line.startsWith('- **Calling around**')) ?? ''
    expect(words.includes('no difference in placed within 24 hours')).toBe(calling.trim() === 'no difference')
  })

  test('have a line for every measure', () => {
    const [first, second] = ways
    const table = differencesTable([[first, second ?? first]], valuesWith(10))
    expect(table.split('\n')).toHaveLength(measures.length + 2)
    expect(table).not.toContain('NaN')
  })
})
