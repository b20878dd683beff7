/** The life of a request, product section 3. Codes as in the database; the screen's words are in text.nl.ts. */
export const requestStates = [
  'submitted',
  'triage',
  'listed',
  'offered',
  'proposed',
  'assigned',
  'started',
  'closed',
  'redirected',
  'withdrawn',
] as const

export type RequestState = (typeof requestStates)[number]

/** Waiting for somebody to take it. */
export const waitingStates = [
  'submitted',
  'triage',
  'listed',
  'offered',
  'proposed',
] as const satisfies readonly RequestState[]
/** Somebody must act before a moment: waiting, or taken but not yet begun. */
export const openStates = [...waitingStates, 'assigned'] as const satisfies readonly RequestState[]

const nextStates: Record<RequestState, readonly RequestState[]> = {
  submitted: ['listed', 'submitted', 'withdrawn', 'redirected'],
  triage: ['listed', 'triage', 'withdrawn', 'redirected'],
  listed: ['listed', 'triage', 'offered', 'assigned', 'withdrawn', 'redirected'],
  offered: ['listed', 'offered', 'proposed', 'assigned', 'triage', 'withdrawn', 'redirected'],
  // An offer for a date that moved is asked for again.
  proposed: ['listed', 'offered', 'proposed', 'assigned', 'triage', 'withdrawn', 'redirected'],
  assigned: ['assigned', 'listed', 'started', 'withdrawn', 'redirected'],
  // Care that began goes over to another organisation, or one part of it came back.
  started: ['started', 'assigned', 'closed', 'listed'],
  closed: [],
  redirected: ['listed'],
  withdrawn: ['listed'],
}

/** Whether a request may go from one state to another; to its own state when only holder or act-by change. */
export function mayMove(from: RequestState, to: RequestState): boolean {
  return nextStates[from].includes(to)
}

/** Nobody has to act any more. What was withdrawn or redirected can be opened again. */
export function hasEnded(state: RequestState): boolean {
  return state === 'closed' || state === 'withdrawn' || state === 'redirected'
}

export function isOpen(state: RequestState): boolean {
  return (openStates as readonly RequestState[]).includes(state)
}

export function isWaiting(state: RequestState): boolean {
  return (waitingStates as readonly RequestState[]).includes(state)
}
