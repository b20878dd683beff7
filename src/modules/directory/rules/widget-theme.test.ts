import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChosen } from './comparison.ts'
import { contrast, readColour, themeOf, usualColours } from './widget-theme.ts'

describe('a colour from an address', () => {
  test.each([
    ['0b5c5b', '#0b5c5b'],
    ['#0B5C5B', '#0b5c5b'],
    ['fc0', '#ffcc00'],
    [' #fff ', '#ffffff'],
  ])('%j is %s', (text, colour) => {
    expect(readColour(text)).toBe(colour)
  })
  test.each(['', 'red', '#12345', '12345678', 'url(x)', '#fff;}body{display:none', ['fff'], undefined, 7])(
    '%j is none',
    (text) => {
      expect(readColour(text)).toBeUndefined()
    },
  )
})

test('contrast is counted as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe('whatever two colours are chosen', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

  test('words can be read and edges seen', () => {
    fc.assert(
      fc.property(colour, colour, (chosen, ground) => {
        const theme = themeOf({ colour: chosen, ground })
        expect(contrast(theme.text, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(theme.accent, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(theme.onButton, theme.button)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(theme.button, ground)).toBeGreaterThanOrEqual(3)
        expect(contrast(theme.edge, ground)).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 2000 },
    )
  })

  test('a colour that is good already stays as it is', () => {
    expect(themeOf(usualColours)).toMatchObject({
      accent: usualColours.colour,
      button: usualColours.colour,
      scheme: 'light',
    })
  })
})

test('at most four organisations are compared, each once, and only what can be an address', () => {
  expect(readChosen(['a', 'b', 'a', 'c', 'd', 'e'])).toEqual({ slugs: ['a', 'b', 'c', 'd'], tooMany: true })
  expect(readChosen('a')).toEqual({ slugs: ['a'], tooMany: false })
  expect(readChosen(undefined)).toEqual({ slugs: [], tooMany: false })
  expect(readChosen(['../x', '<b>', '', 'x'.repeat(200), { a: 1 }])).toEqual({ slugs: [], tooMany: false })
})
