import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { barriersOf } from './hard-rules.ts'
import { factorsOf } from './points.ts'
import type { Party, Wanted } from './wanted.ts'
import type { Weights } from './weights.ts'

/** One team's part of a request: all its care in these parts of the day, or these kinds of care at any time. */
export type SplitPart = { party: Party; dayparts: readonly Daypart[]; careKinds: readonly CareKind[]; points: number }

export type SplitAdvice = {
  by: 'daypart' | 'care-kind'
  parts: SplitPart[]
  /** Who keeps the overview: who has the largest part, and of those the one with the most points. */
  keeper: Party
}

/** More than three organisations at one door is no help. */
const mostParts = 3

/**
 * The fewest teams that together can, for a request that no team can take alone: split by part of the day first, because then
 * each visit is one face; by kind of care when that does not do. Undefined when nobody can, or when there is nothing to split.
 */
export function splitAdvice(wanted: Wanted, parties: readonly Party[], weights: Weights): SplitAdvice | undefined {
  return (
    fewest('daypart', wanted.dayparts, parties, weights, (dayparts) => ({ ...wanted, dayparts })) ??
    fewest('care-kind', wanted.careKinds, parties, weights, (careKinds) => ({ ...wanted, careKinds }))
  )
}

type Able = { party: Party; mask: number; points: number }

function fewest<Piece extends Daypart | CareKind>(
  by: SplitAdvice['by'],
  pieces: readonly Piece[],
  parties: readonly Party[],
  weights: Weights,
  askFor: (pieces: Piece[]) => Wanted,
): SplitAdvice | undefined {
  if (pieces.length < 2) return undefined
  const able = bestPerMask(pieces, parties, weights, askFor)
  const whole = 2 ** pieces.length - 1
  for (let count = 2; count <= Math.min(mostParts, pieces.length); count += 1) {
    const sets = combinations(able, count).filter((set) => set.reduce((mask, { mask: own }) => mask | own, 0) === whole)
    const best = sets.sort((one, other) => total(other) - total(one) || (idsOf(one) < idsOf(other) ? -1 : 1))[0]
    if (best) return toAdvice(by, pieces, best, weights, askFor)
  }
  return undefined
}

/** Of all teams that can do the same pieces only the best is of use; so 500 teams become at most fifteen. */
function bestPerMask<Piece extends Daypart | CareKind>(
  pieces: readonly Piece[],
  parties: readonly Party[],
  weights: Weights,
  askFor: (pieces: Piece[]) => Wanted,
): Able[] {
  const best = new Map<number, Able>()
  for (const party of parties) {
    const can = pieces.filter((piece) => barriersOf(askFor([piece]), party).length === 0)
    if (can.length === 0) continue
    const mask = can.reduce((sum, piece) => sum | (1 << pieces.indexOf(piece)), 0)
    const points = pointsOf(askFor(can), party, weights)
    const known = best.get(mask)
    const better = !known || points > known.points || (points === known.points && party.teamId < known.party.teamId)
    if (better) best.set(mask, { party, mask, points })
  }
  return [...best.values()].sort((one, other) => one.mask - other.mask)
}

function toAdvice<Piece extends Daypart | CareKind>(
  by: SplitAdvice['by'],
  pieces: readonly Piece[],
  set: readonly Able[],
  weights: Weights,
  askFor: (pieces: Piece[]) => Wanted,
): SplitAdvice {
  // Whoever can do the least chooses first, so that nobody is left with nothing.
  const taken = new Set<Piece>()
  const parts = [...set]
    .sort((one, other) => bits(one.mask) - bits(other.mask) || other.points - one.points)
    .map(({ party, mask }) => {
      const own = pieces.filter((piece, index) => (mask & (1 << index)) !== 0 && !taken.has(piece))
      for (const piece of own) taken.add(piece)
      const asked = askFor(own)
      return {
        party,
        dayparts: asked.dayparts,
        careKinds: asked.careKinds,
        points: pointsOf(asked, party, weights),
        size: own.length,
      }
    })
    .filter(({ size }) => size > 0)
    .sort((one, other) => other.size - one.size || other.points - one.points)
  const [first] = parts
  if (!first) throw new Error('A split has parts')
  return { by, parts: parts.map(({ size: _, ...part }) => part), keeper: first.party }
}

function pointsOf(wanted: Wanted, party: Party, weights: Weights): number {
  return factorsOf(wanted, party, weights).reduce((sum, { points }) => sum + points, 0)
}

function total(set: readonly Able[]): number {
  return set.reduce((sum, { points }) => sum + points, 0)
}

function idsOf(set: readonly Able[]): string {
  return set.map(({ party }) => party.teamId).join()
}

function bits(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length
}

function combinations<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]]
  return items.flatMap((item, index) => combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]))
}
