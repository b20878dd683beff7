import { type Factor, factorsOf } from '../points.ts'
import type { Party, Wanted } from '../wanted.ts'
import type { Weights } from '../weights.ts'

/** What people did by themselves on one day, in the figures in which a division is told. */
export type Done = {
  taken: number
  /** Minutes one way, of the requests whose travel is known, and how many those are. */
  travelMinutes: number
  withTravel: number
  wishes: { met: number; of: number }
  /** How many went to an organisation that had taken less than its part, or just its part. */
  fair: { met: number; of: number }
}

export const wishCodes: readonly Factor['code'][] = ['preferred', 'continuity', 'language', 'faith', 'carer-gender']

/** An organisation took it, which of its teams is not known: the one that suits best is assumed, in its favour. */
export function latelyDone(
  taken: readonly { wanted: Wanted; organizationId: string; parties: readonly Party[] }[],
  weights: Weights,
): Done {
  const done: Done = { taken: taken.length, travelMinutes: 0, withTravel: 0, wishes: none(), fair: none() }
  for (const { wanted, organizationId, parties } of taken) {
    const [best] = parties
      .filter((party) => party.organizationId === organizationId)
      .map((party) => factorsOf(wanted, party, weights))
      .sort((one, other) => pointsOf(other) - pointsOf(one))
    for (const factor of best ?? []) count(done, factor)
  }
  return done
}

/** Adds one reason to the figures; the same way for a proposal and for what was done. */
export function count(done: Omit<Done, 'taken'>, factor: Factor): void {
  if (factor.code === 'travel' && factor.travel) {
    done.travelMinutes += factor.travel.minutes
    done.withTravel += 1
  }
  if (factor.code === 'fair-share' && factor.share !== undefined) {
    done.fair.of += 1
    if (factor.share <= 1) done.fair.met += 1
  }
  if (!wishCodes.includes(factor.code)) return
  done.wishes.of += 1
  if (factor.points === factor.most) done.wishes.met += 1
}

function none(): { met: number; of: number } {
  return { met: 0, of: 0 }
}

function pointsOf(factors: readonly Factor[]): number {
  return factors.reduce((sum, { points }) => sum + points, 0)
}
