import type { Light } from '#kernel/lights.ts'

/** What a team said about one part of the day, over the last weeks: on how many days it said what. */
export type Sayings = Readonly<Partial<Record<Light, number>>>

/** A light that tells nothing: always no room, or always the same other thing. */
export type Verdict = 'always-red' | 'never-changes'

/** Fewer days than this, and nobody can say that it never changes. */
export const daysForVerdict = 20
/** Over how many days is looked back. */
export const daysLookedBack = 28

/** Whether a light is worth a talk. Saying nothing is another matter: that shows in the share of fresh lights. */
export function verdictOf(sayings: Sayings): Verdict | undefined {
  const told = (['green', 'amber', 'red'] as const).filter((light) => (sayings[light] ?? 0) > 0)
  const [only] = told
  if (told.length !== 1 || !only || (sayings[only] ?? 0) < daysForVerdict) return undefined
  return only === 'red' ? 'always-red' : 'never-changes'
}

/** The share of places that say something which still counts, in whole percents; nothing without places. */
export function freshShare(fresh: number, places: number): number | undefined {
  return places === 0 ? undefined : Math.floor((fresh / places) * 100)
}
