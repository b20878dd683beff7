import type { Weights } from '../weights.ts'
import type { Choice, Taker, Waiting } from './choices.ts'
import { byDaypart } from './split-by-daypart.ts'
import { byKind } from './split-by-kind.ts'

/**
 * Two teams for one request, on the day that was asked; who does the most keeps the overview. Offered also where a team can alone, which is
 * always cheaper: its room may be needed for others. A request that is pinned to one team is not divided.
 */
export function splitChoices(waiting: Waiting, takers: readonly Taker[], weights: Weights): Choice[] {
  if (waiting.pinnedTo !== undefined) return []
  return [...byDaypart(waiting, takers, weights), ...byKind(waiting, takers, weights)]
}
