import { type Barrier, barriersOf } from './hard-rules.ts'
import { type Factor, factorsOf } from './points.ts'
import type { Party, Wanted } from './wanted.ts'
import type { Weights } from './weights.ts'

export type Candidate = {
  party: Party
  /** 1 is first; who has as many points as another shares its place. */
  place: number
  points: number
  factors: Factor[]
  /** What would move it up, of what a team can do something about: the most first. */
  rises: Rise[]
}

/** A reason that lacks points, and the place that it would have with all of them while nothing else changes. */
export type Rise = { factor: Factor; place: number }

export type Excluded = { party: Party; barriers: Barrier[] }

export type Ranking = { candidates: Candidate[]; excluded: Excluded[] }

/**
 * Who can take a request, best first, each with its reasons; and who cannot, each with the rules that keep it off, nearest
 * first. Advice: nothing is decided by it. The same input gives the same answer, in whatever order the parties come.
 */
export function rank(wanted: Wanted, parties: readonly Party[], weights: Weights): Ranking {
  const candidates: Candidate[] = []
  const excluded: Excluded[] = []
  for (const party of parties) {
    const barriers = barriersOf(wanted, party)
    if (barriers.length > 0) excluded.push({ party, barriers })
    else candidates.push(candidateOf(wanted, party, weights))
  }
  candidates.sort(
    (one, other) =>
      other.points - one.points || lotOf(wanted, one.party) - lotOf(wanted, other.party) || byId(one, other),
  )
  let place = 0
  for (const [index, candidate] of candidates.entries()) {
    if (candidate.points !== candidates[index - 1]?.points) place = index + 1
    candidate.place = place
  }
  const points = candidates.map((candidate) => candidate.points)
  for (const candidate of candidates) candidate.rises = risesOf(candidate, points)
  excluded.sort(
    (one, other) =>
      one.barriers.length - other.barriers.length ||
      barrierOrder(one) - barrierOrder(other) ||
      byName.compare(one.party.organizationName, other.party.organizationName) ||
      byName.compare(one.party.teamName, other.party.teamName) ||
      byId(one, other),
  )
  return { candidates, excluded }
}

function candidateOf(wanted: Wanted, party: Party, weights: Weights): Candidate {
  const factors = factorsOf(wanted, party, weights)
  const points = factors.reduce((sum, factor) => sum + factor.points, 0)
  return { party, place: 0, points, factors, rises: [] }
}

/** Only what a team can do something about: its lights, the languages and carers it tells of, and how it answers. */
const changeable: readonly Factor['code'][] = ['room', 'room-later', 'language', 'carer-gender', 'response']

/** @param sorted the points of everyone on the list, most first */
function risesOf({ factors, points }: Candidate, sorted: readonly number[]): Rise[] {
  return factors
    .filter((factor) => changeable.includes(factor.code) && factor.points < factor.most)
    .map((factor) => ({ factor, place: aheadOf(points + factor.most - factor.points, sorted) + 1 }))
    .sort((one, other) => other.factor.most - other.factor.points - (one.factor.most - one.factor.points))
}

/** How many stand ahead of this many points; halving, because with 5,000 teams counting would be 25 million steps. */
function aheadOf(points: number, sorted: readonly number[]): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? 0) > points) from = middle + 1
    else to = middle
  }
  return from
}

/** Made once: naming the language at each comparison took most of the time of a long list. */
const byName = new Intl.Collator('nl')

const order: Record<Barrier['code'], number> = {
  'no-room': 0,
  refused: 1,
  unwanted: 2,
  'no-contract': 3,
  'care-not-given': 4,
  'outside-area': 5,
}

function barrierOrder({ barriers }: Excluded): number {
  return Math.max(...barriers.map(({ code }) => order[code]))
}

/**
 * A draw that is the same each time it is asked and another for each request: who has as many points as another stands first
 * as often as last. FNV-1a over both ids.
 */
export function lotOf({ requestId }: Wanted, { teamId }: Party): number {
  let hash = 0x811c9dc5
  for (const character of `${requestId}:${teamId}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  // One round of mixing: ids that differ in their last digit only would otherwise stay neighbours.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) >>> 0
}

function byId(one: { party: Party }, other: { party: Party }): number {
  return one.party.teamId < other.party.teamId ? -1 : 1
}
