import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { presetText, tellDifferences, tellWayOfWorking } from '../way-of-working.nl.ts'
import { wayOfWorkingSchema } from '../way-of-working-schema.ts'
import { fillIn, usualAskAtOnce } from './presets.ts'
import { presets, type WayOfWorking } from './way-of-working.ts'

const desk = newId()

describe.each(presets)('%s', (preset) => {
  test('is a whole way of working, and says so', () => {
    const way = fillIn(preset, desk)
    expect(wayOfWorkingSchema.parse(JSON.parse(JSON.stringify(way)))).toEqual(way)
    expect(way.preset).toBe(preset)
    expect(way.fallbackDeskId).toBe(desk)
  })

  test('differs from every other in words that people read', () => {
    for (const other of presets.filter((one) => one !== preset))
      expect(tellDifferences(fillIn(preset, desk), fillIn(other, desk))).not.toEqual([])
  })

  test('has a ladder whose steps come one after the other', () => {
    const hours = fillIn(preset, desk).ladder.steps.map(({ after }) => after.hours)
    expect(hours).toEqual([...hours].sort((a, b) => a - b))
  })
})

/** Every value inside, by its path. */
function* pathsOf(value: unknown, path: string[] = []): Generator<string[]> {
  if (value === null || typeof value !== 'object') yield path
  else for (const [name, inner] of Object.entries(value)) yield* pathsOf(inner, [...path, name])
}

function withOther(way: WayOfWorking, path: string[]): WayOfWorking {
  const copy = structuredClone(way) as unknown as Record<string, unknown>
  let at = copy
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>
  const last = path.at(-1) ?? ''
  at[last] = otherThan(at[last], last)
  return copy as unknown as WayOfWorking
}

const others: Record<string, unknown[]> = {
  kind: ['clock', 'working'],
  routing: ['route-table', 'one-entry'],
  distribution: ['desk', 'meeting'],
  by: ['client', 'referrer'],
  afterwards: ['holder', 'earliest-offer'],
  holder: ['card', 'identity'],
  lightAudience: ['everyone', 'teams'],
  step: ['insurer-mediation'],
  from: ['07:00'],
  to: ['23:00'],
  postUntil: ['07:15'],
  answerAt: ['19:15'],
  askAtOnce: [usualAskAtOnce],
}
function otherThan(value: unknown, name: string): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return name === 'remindAt' ? 0.5 : value === 3 ? 4 : 3
  const known = others[name]
  if (known) return known.find((one) => one !== value)
  return 'api'
}

test('each value of a way of working is told in words: another value, another sentence', () => {
  const silent = ['preset', 'fallbackDeskId', 'disclosure.waiting.others', 'disclosure.asked.asked']
  const strict = ['disclosure.taken.taker', 'disclosure.taken.others']
  for (const preset of ['answer-rounds', 'transfer-point'] as const) {
    const way = { ...fillIn(preset, desk), ...(preset === 'transfer-point' ? { askAtOnce: usualAskAtOnce } : {}) }
    for (const path of pathsOf(way)) {
      const name = path.join('.')
      // Where there are rounds, an inquiry has no term of its own.
      if (way.rounds.length > 0 && name.startsWith('inquiry.')) continue
      if ([...silent, ...strict].includes(name) || /^(channels|otherParties)\./.test(name)) continue
      expect([name, JSON.stringify(tellWayOfWorking(withOther(way, path)))]).not.toEqual([
        name,
        JSON.stringify(tellWayOfWorking(way)),
      ])
    }
  }
})

/** Places that compare something with a preset or with the name of a region. */
function branchesOn(text: string): string[] {
  const names = [...presets, ...Object.values(presetText).map(({ name }) => name)].join('|')
  return [
    ...text.matchAll(new RegExp(`(?:[!=]==?\\s*|case\\s+|includes\\(\\s*)['"\`](?:${names})['"\`]`, 'g')),
    ...text.matchAll(
      /\b(?:preset|region\.(?:slug|name)|regionName)\s*(?:[!=]==?\s*['"`]|\.(?:includes|startsWith|match)\()/g,
    ),
    ...text.matchAll(/switch\s*\([^)]*\b(?:preset|slug|regionName)\b\s*\)/g),
  ].map(([found]) => found)
}

describe('no code asks which way of working or which region it is in', () => {
  const src = join(import.meta.dirname, '../../..')
  const files = readdirSync(src, { recursive: true })
    .map(String)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))

  test('not in any file of the product', () => {
    expect(files.length).toBeGreaterThan(300)
    expect(files.filter((path) => branchesOn(readFileSync(join(src, path), 'utf8')).length > 0)).toEqual([])
  })

  test.each([
    `if (way.preset === 'desk-x') go()`,
    `const isOne = wayOfWorking.preset === 'switch-team'`,
    `switch (way.preset) {`,
    `case 'answer-rounds':`,
    `if (region.slug === 'arnhem') go()`,
    `if (region.name.includes('Arnhem')) go()`,
  ])('and this would be seen: %s', (line) => {
    expect(branchesOn(line)).not.toEqual([])
  })
})
