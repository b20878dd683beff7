/**
 * The stoplight, from most to least room. Green: room. Amber: in consultation. Red: in principle no room. `unknown` (grey):
 * not reported, or too long ago; it is not green.
 */
export const lights = ['green', 'amber', 'red', 'unknown'] as const

export type Light = (typeof lights)[number]

/** A light that somebody can give a reason for. */
export type NotGreen = Extract<Light, 'amber' | 'red'>

export function isLight(text: string): text is Light {
  return (lights as readonly string[]).includes(text)
}

/** Whether this light is to be explained. */
export function isNotGreen(light: Light): light is NotGreen {
  return light === 'amber' || light === 'red'
}

/** For sorting: the most room first, not reported last. */
export function lightOrder(light: Light): number {
  return lights.indexOf(light)
}

/** What a group of lights says together: the most room that anyone reports; `unknown` when nobody reports anything. */
export function bestLight(all: Iterable<Light>): Light {
  let best: Light = 'unknown'
  for (const light of all) if (lightOrder(light) < lightOrder(best)) best = light
  return best
}
