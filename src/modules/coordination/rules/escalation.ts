import type { ActState } from './acts.ts'

/** Where a request stands whose act-by passed. */
export type Overdue = {
  state: ActState
  coordinatingTeamId: string | null
  holderCoordinatingTeamId: string | null
  escalationLevel: number
}

export type NextHolder = { coordinatingTeamId: string; level: number; why: 'not-taken' | 'start-not-confirmed' }

/**
 * Who answers for a request from now on, because its act-by passed.
 *
 * Nobody took it: from its team to the desk of the region, and at the desk one level up each time, which the region manager
 * sees. Taken, but nobody confirmed that care began: back to the team that knows who took it, and from there to the desk.
 */
export function nextHolder(request: Overdue, fallbackDeskId: string): NextHolder {
  const why = request.state === 'assigned' ? 'start-not-confirmed' : 'not-taken'
  const level = request.escalationLevel + 1
  const heldByTaker = request.holderCoordinatingTeamId === null
  const toTeam = why === 'start-not-confirmed' && heldByTaker && request.coordinatingTeamId
  return { coordinatingTeamId: toTeam || fallbackDeskId, level, why }
}
