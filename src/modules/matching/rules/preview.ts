import type { Factor } from './points.ts'
import { rank } from './ranking.ts'
import type { Party, Wanted } from './wanted.ts'
import type { Weights } from './weights.ts'

/** Two teams of which the other came first under other weights, and the reason that gave it the most. */
export type OtherFirst = { wanted: Wanted; was: Party; becomes: Party; because: Factor['code'] }

/**
 * Who would have stood first under other weights, for one request; undefined when it is the same team, or when nobody could. Equal
 * points are drawn the same way under both, so a draw is never shown as a change.
 */
export function otherFirst(
  wanted: Wanted,
  parties: readonly Party[],
  before: Weights,
  after: Weights,
): OtherFirst | 'same' | 'nobody' {
  const [was] = rank(wanted, parties, before).candidates
  const [becomes] = rank(wanted, parties, after).candidates
  if (!was || !becomes) return 'nobody'
  if (was.party.teamId === becomes.party.teamId) return 'same'
  const under = rank(wanted, [was.party, becomes.party], after).candidates
  const pointsOf = (teamId: string, code: Factor['code']) =>
    under.find(({ party }) => party.teamId === teamId)?.factors.find((factor) => factor.code === code)?.points ?? 0
  const [first] = [...becomes.factors].sort(
    (one, other) => leadOf(other.code) - leadOf(one.code) || (one.code < other.code ? -1 : 1),
  )
  if (!first) return 'same'
  return { wanted, was: was.party, becomes: becomes.party, because: first.code }

  function leadOf(code: Factor['code']): number {
    return pointsOf(becomes?.party.teamId ?? '', code) - pointsOf(was?.party.teamId ?? '', code)
  }
}
