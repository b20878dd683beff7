import { type Factor, factorsOf } from '../points.ts'
import type { Wanted } from '../wanted.ts'
import type { Weights } from '../weights.ts'
import type { Choice, Part, Taker, Waiting } from './choices.ts'
import { movePrice } from './prices.ts'

/** What one team could do of a request, and the points it lacks for that. */
export type Able = Part & { factors: readonly Factor[]; lost: number }

/** The visits of a request that two teams do together, the same whichever two those are. */
type Visits = Pick<Choice, 'dayparts' | 'cells' | 'minutes'>

/** Two teams as one choice: the first keeps the overview, and the one that suits least says what it costs. */
export function together(
  { wanted, earlier }: Waiting,
  visits: Visits,
  [one, other]: readonly [Able, Able],
  split: number,
): Choice {
  const worst = one.lost >= other.lost ? one : other
  const moved = earlier !== undefined && earlier !== one.teamId ? movePrice : 0
  return {
    requestId: wanted.requestId,
    teamId: one.teamId,
    startOn: wanted.startOn,
    daysLater: 0,
    ...visits,
    parts: [one, other].map(({ factors: _, lost: __, ...part }) => part),
    factors: worst.factors,
    lost: worst.lost,
    split,
    later: 0,
    moved,
    cost: worst.lost + split + moved,
  }
}

/** A team as if it had room in every part of the day: who is tried never hangs on who has room now. */
export function lit(taker: Taker): Taker {
  return { ...taker, lightOf: () => 'green', lightsFor: undefined }
}

export function factorsAndLost(wanted: Wanted, taker: Taker, weights: Weights): Pick<Able, 'factors' | 'lost'> {
  const factors = factorsOf(wanted, taker, weights)
  return { factors, lost: factors.reduce((sum, { most, points }) => sum + most - points, 0) }
}

export function byLost(one: { lost: number; taker: Taker }, other: { lost: number; taker: Taker }): number {
  return one.lost - other.lost || (one.taker.teamId < other.taker.teamId ? -1 : 1)
}
