/** What a meeting can decide about a request, in codes; the first ten follow from the ordinary commands. */
export const decisionCodes = [
  'taken',
  'part-taken',
  'assigned',
  'asked',
  'split',
  'question-asked',
  'redirected',
  'passed-to-region',
  'lapsed',
  'returned',
  'asked-back',
  'postponed',
  'noted',
] as const
export type DecisionCode = (typeof decisionCodes)[number]

/** The line of the history that a command wrote, as a decision; undefined for what nobody decides in a meeting. */
export function decisionOf(code: unknown, why: string | undefined): DecisionCode | undefined {
  if (code === 'asked' || code === 'part-asked') return why === 'assignment' ? 'assigned' : 'asked'
  if (code === 'postponed' || code === 'noted') return undefined
  return decisionCodes.find((one) => one === code)
}

/** After these a request is spoken about; it comes back by itself when something happens to it. */
export function settles(code: DecisionCode): boolean {
  return code !== 'returned' && code !== 'asked-back'
}
