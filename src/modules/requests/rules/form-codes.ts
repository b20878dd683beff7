import type { CareKind } from '#kernel/care-kinds.ts'

/** The codes that can be chosen in the public form; their words are in `languages/`. */

export const relations = ['partner', 'child', 'family', 'neighbour', 'representative', 'other'] as const
export type Relation = (typeof relations)[number]

export const starts = ['tomorrow', 'two-days', 'this-week', 'later'] as const
export type Start = (typeof starts)[number]

/** For who does not know what kind of care it is: a nurse finds out. */
export const unknownCare = 'unknown'
export type UnknownCare = typeof unknownCare

export const locations = ['home', 'hospital', 'rehabilitation', 'nursing-home', 'hospice'] as const

/** In the order of the form: what most people ask for first. */
export const careOptions = [
  'personal-care',
  'nursing',
  'wound',
  'technical',
  'medical-technical',
  'respiratory',
  'palliative',
  'dementia-casemanagement',
  'child',
  'advice',
  'unplanned',
  'short-stay',
  unknownCare,
] as const satisfies readonly (CareKind | UnknownCare)[]
