/** The two colours a site may choose, as `#rrggbb` in lower case. */
export type WidgetColours = { colour: string; ground: string }

/** Every colour of the widget; what stands on what has the contrast of WCAG AA, whatever was chosen. */
export type WidgetTheme = {
  ground: string
  /** Words, 4.5 : 1 on the ground. */
  text: string
  /** Links and headings: the chosen colour, moved towards the text until it is 4.5 : 1 on the ground. */
  accent: string
  /** The button: the chosen colour, 3 : 1 on the ground, and words on it of 4.5 : 1. */
  button: string
  onButton: string
  /** Edges of what can be filled in, 3 : 1 on the ground. */
  edge: string
  scheme: 'light' | 'dark'
}

export const usualColours: WidgetColours = { colour: '#0b5c5b', ground: '#ffffff' }

const ink = '#16262a'
const white = '#ffffff'
const black = '#000000'

/** Reads a colour as it stands in an address: six hex digits or three, with or without '#'. */
export function readColour(text: unknown): string | undefined {
  const [, digits = ''] = (typeof text === 'string' && /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())) || []
  if (digits === '') return undefined
  return `#${(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).toLowerCase()}`
}

export function themeOf({ colour, ground }: WidgetColours): WidgetTheme {
  const text = contrast(ink, ground) >= 7 ? ink : contrast(black, ground) >= contrast(white, ground) ? black : white
  const button = towards(colour, text, (one) => contrast(one, ground) >= 3)
  return {
    ground,
    text,
    accent: towards(colour, text, (one) => contrast(one, ground) >= 4.5),
    button,
    onButton: contrast(white, button) >= contrast(black, button) ? white : black,
    edge: towards(ground, text, (one) => contrast(one, ground) >= 3),
    scheme: luminance(ground) < 0.18 ? 'dark' : 'light',
  }
}

/** The contrast of two colours as WCAG 2.2 counts it: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The first step from one colour to another that is good; the other is. */
function towards(from: string, to: string, isGood: (colour: string) => boolean): string {
  for (let step = 0; step < 20; step += 1) {
    const colour = mix(from, to, step / 20)
    if (isGood(colour)) return colour
  }
  return to
}

function mix(from: string, to: string, share: number): string {
  const [a, b] = [partsOf(from), partsOf(to)]
  return `#${a.map((part, place) => toHex(part + (b[place]! - part) * share)).join('')}`
}

function toHex(part: number): string {
  return Math.round(part).toString(16).padStart(2, '0')
}

function partsOf(colour: string): number[] {
  return [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16))
}

/** Relative luminance: sRGB made linear, weighed as the eye does. */
function luminance(colour: string): number {
  const [red, green, blue] = partsOf(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
