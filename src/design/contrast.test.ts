import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { regionColours } from './page-frame.ts'

/**
 * WCAG 2.2: text against its ground at least 4.5 to 1 (1.4.3), what has to be seen to use a control at least 3 to 1
 * (1.4.11). Computed from the token file itself, so a colour that fades below does not get past here.
 */
const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

type Colours = Record<string, string>
type Block = { dark: boolean; selectors: string[]; colours: Colours }

const colourBlocks = readBlocks(css)

function readBlocks(text: string): Block[] {
  const from = text.indexOf('@media (prefers-color-scheme: dark)')
  const to = text.indexOf('@media (prefers-contrast: more)')
  const rules = (part: string, dark: boolean) =>
    [...part.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => ({
      dark,
      selectors: selectors.split(',').map((selector) => selector.trim()),
      colours: Object.fromEntries(
        [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
      ),
    }))
  const inDark = text.slice(text.indexOf('{', from) + 1, to)
  return [...rules(text.slice(0, from), false), ...rules(inDark, true)]
}

/** What a browser ends up with: later blocks over earlier ones, dark ones only in the dark. */
function coloursOf(region: string, dark: boolean): Colours {
  const applies = (block: Block) =>
    (dark || !block.dark) &&
    block.selectors.some((selector) =>
      [':root', '[data-region-colour]', `[data-region-colour="${region}"]`].includes(selector),
    )
  return Object.assign({}, ...colourBlocks.filter(applies).map((block) => block.colours))
}

function luminance(hex: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function ratio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Text, and every ground it is set on. */
const textOn: Record<string, string[]> = {
  text: [
    'ground',
    'surface',
    'sunken',
    'action-soft',
    'error-ground',
    'good-ground',
    'attention-ground',
    'info-ground',
  ],
  'text-soft': ['ground', 'surface', 'sunken', 'action-soft'],
  action: ['ground', 'surface', 'sunken', 'action-soft'],
  'action-hover': ['ground', 'surface', 'sunken'],
  'on-action': ['action', 'action-hover'],
  'on-brand': ['brand', 'brand-deep'],
  'on-brand-soft': ['brand', 'brand-deep'],
  error: ['surface', 'ground', 'error-ground'],
  good: ['surface', 'good-ground'],
  attention: ['surface', 'attention-ground'],
  info: ['surface', 'info-ground'],
  neutral: ['neutral-ground'],
  'on-urgent': ['urgent-ground'],
  'on-danger': ['danger', 'danger-hover'],
  'on-light-green': ['light-green'],
  'on-light-amber': ['light-amber'],
  'on-light-red': ['light-red'],
  'on-light-unknown': ['light-unknown'],
}

/** Edges and shapes that have to be seen, and what they are seen against. */
const shapeOn: Record<string, string[]> = {
  border: ['surface', 'ground'],
  error: ['surface', 'ground', 'error-ground'],
  'urgent-ground': ['surface'],
  attention: ['surface'],
  action: ['surface', 'ground'],
}

const everyLook = regionColours.flatMap((region) => [
  { region, scheme: 'light' },
  { region, scheme: 'dark' },
])

function tooFaint(pairs: Record<string, string[]>, colours: Colours, least: number): string[] {
  return Object.entries(pairs).flatMap(([ink, grounds]) =>
    grounds
      .map((ground) => ({ ground, seen: ratio(get(colours, ink), get(colours, ground)) }))
      .filter(({ seen }) => seen < least)
      .map(({ ground, seen }) => `${ink} on ${ground}: ${seen.toFixed(2)}`),
  )
}

function get(colours: Colours, name: string): string {
  const colour = colours[name]
  if (colour === undefined) throw new Error(`no colour --${name} in tokens.css`)
  return colour
}

test.each(everyLook)('text of a $region region can be read in $scheme', ({ region, scheme }) => {
  expect(tooFaint(textOn, coloursOf(region, scheme === 'dark'), 4.5)).toEqual([])
})

test.each(everyLook)('edges and shapes of a $region region can be seen in $scheme', ({ region, scheme }) => {
  expect(tooFaint(shapeOn, coloursOf(region, scheme === 'dark'), 3)).toEqual([])
})

test.each(everyLook)('the focus ring is seen on every ground of a $region region in $scheme', ({ region, scheme }) => {
  const colours = coloursOf(region, scheme === 'dark')
  const unseen = ['ground', 'surface', 'sunken', 'brand', 'action', 'error-ground'].filter((ground) =>
    ['focus', 'focus-edge'].every((ring) => ratio(get(colours, ring), get(colours, ground)) < 3),
  )
  expect(unseen).toEqual([])
  expect(ratio(get(colours, 'focus'), get(colours, 'focus-edge'))).toBeGreaterThan(7)
})

test.each(everyLook)('lights of a $region region differ in how bright they are in $scheme', ({ region, scheme }) => {
  const colours = coloursOf(region, scheme === 'dark')
  const seen = ratio(get(colours, 'light-green'), get(colours, 'light-red'))
  expect(seen).toBeGreaterThan(3)
})

test('every region colour has a look of its own in light and in dark', () => {
  for (const dark of [false, true]) {
    const brands = regionColours.map((region) => coloursOf(region, dark).brand)
    expect(new Set(brands).size).toBe(regionColours.length)
  }
})

test('a faded grey would be found', () => {
  expect(tooFaint({ text: ['surface'] }, { text: '#999999', surface: '#ffffff' }, 4.5)).toEqual([
    'text on surface: 2.85',
  ])
})
