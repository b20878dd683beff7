/** The questions of the form to ask for care, in its order. What the form says for each is quoted in `languages/`. */
export const formQuestions = [
  'forWhom',
  'who',
  'where',
  'contact',
  'urgent',
  'care',
  'story',
  'when',
  'wishes',
  'details',
  'check',
] as const

export type Question = (typeof formQuestions)[number]
