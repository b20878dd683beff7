/**
 * The kinds of care a request asks for and a team offers, in the order of the form.
 *
 * `medical-technical` is *medisch-specialistische verpleging in de thuissituatie* (MSVT), `advice` is *advies,
 * instructie en voorlichting* (AIV), `unplanned` is care outside planned rounds, also at night and in the weekend (ANW).
 */
export const careKinds = [
  'personal-care',
  'nursing',
  'medical-technical',
  'advice',
  'palliative',
  'wound',
  'technical',
  'respiratory',
  'dementia-casemanagement',
  'child',
  'unplanned',
  'short-stay',
] as const

export type CareKind = (typeof careKinds)[number]

/** The kinds of care that have specialised teams of their own. */
export const expertises = ['wound', 'palliative', 'technical', 'respiratory'] as const satisfies readonly CareKind[]

export type Expertise = (typeof expertises)[number]

export function isCareKind(text: string): text is CareKind {
  return (careKinds as readonly string[]).includes(text)
}

export function isExpertise(text: string): text is Expertise {
  return (expertises as readonly string[]).includes(text)
}
