import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { barriersOf, daysAhead } from '../hard-rules.ts'
import { patternsOf } from '../points.ts'
import type { Weights } from '../weights.ts'
import type { Choice, Taker, Waiting } from './choices.ts'
import { type Able, byLost, factorsAndLost, lit, together } from './pairing.ts'
import { kindSplitPrice } from './prices.ts'
import { holds, visitsOf } from './week.ts'

/**
 * So many teams are tried in pairs. Of every set of the asked kinds that teams give, the team that would suit best if all had room, then the
 * second best of every set, and so on: a rare kind is not crowded out by the many that give the usual ones.
 */
const mostTeams = 15

/** Nobody tells lights for more kinds of care than these that two teams both give and one client needs; each doubles the ways to try. */
const mostApart = 4

/** A team and the kinds of care that it can give with the room and the lights it has. */
type Giver = { taker: Taker; kinds: readonly CareKind[]; saidOf: (kind: CareKind) => string }

/**
 * Two teams, each with kinds of care of its own in all the parts of the day that are asked. How visits divide over kinds is not known, so
 * each of them keeps room for all visits in full: too much room kept is better than a nurse too many promised. For that reason two are
 * only offered when neither can give all of it: who can, does so alone for less and with no more room.
 */
export function byKind(waiting: Waiting, takers: readonly Taker[], weights: Weights): Choice[] {
  const { wanted, amount } = waiting
  if (wanted.careKinds.length < 2) return []
  const suiting = suitingTeams(waiting, takers, weights)
  return patternsOf(wanted).flatMap((dayparts) => {
    const visits = { dayparts, ...visitsOf(wanted.startOn, dayparts, amount) }
    const asking = { ...waiting, wanted: { ...wanted, dayparts } }
    const givers = suiting
      .filter((taker) => visits.cells.every((cell) => holds(taker.roomOf(cell), visits.minutes)))
      .map((taker): Giver => ({ taker, kinds: kindsOf(asking, taker), saidOf: saidOf(asking, taker) }))
      .filter(({ kinds }) => kinds.length < wanted.careKinds.length)
    return pairsOf(asking, givers, visits, weights)
  })
}

type Visits = { dayparts: readonly Daypart[] } & ReturnType<typeof visitsOf>
/** A team with what it would do, and the kinds of care that are. */
type Kinds = Able & { careKinds: readonly CareKind[] }

/** Of every two teams that together can give all the one best way: whose which kinds are changes no room, only points. */
function pairsOf(waiting: Waiting, givers: readonly Giver[], visits: Visits, weights: Weights): Choice[] {
  const { wanted } = waiting
  const known = new Map<string, Kinds>()
  return givers.flatMap((one, nth) =>
    givers.slice(nth + 1).flatMap((other) => {
      const both = new Set([...one.kinds, ...other.kinds])
      return both.size < wanted.careKinds.length ? [] : best(one, other)
    }),
  )

  function best(one: Giver, other: Giver): Choice[] {
    return waysOf(wanted.careKinds, one, other)
      .flatMap((kinds) => inOrder(able(one.taker, kinds), able(other.taker, without(wanted.careKinds, kinds))))
      .map((pair) => ({ pair, choice: together(waiting, visits, pair, kindSplitPrice) }))
      .sort((first, second) => first.choice.cost - second.choice.cost || byOverview(first.pair, second.pair))
      .slice(0, 1)
      .map(({ choice }) => choice)
  }

  function able(taker: Taker, careKinds: readonly CareKind[]): Kinds {
    const key = `${taker.teamId} ${careKinds.join()}`
    const found = known.get(key) ?? {
      teamId: taker.teamId,
      dayparts: visits.dayparts,
      careKinds,
      cells: visits.cells,
      ...factorsAndLost({ ...wanted, careKinds }, lightedFor(taker, careKinds), weights),
    }
    known.set(key, found)
    return found
  }
}

/** Who gives most keeps the overview, so is first; of equals each may be. */
function inOrder(one: Kinds, other: Kinds): [Kinds, Kinds][] {
  const more = one.careKinds.length - other.careKinds.length
  if (more === 0)
    return [
      [one, other],
      [other, one],
    ]
  return more > 0 ? [[one, other]] : [[other, one]]
}

function byOverview([one]: readonly [Kinds, Kinds], [other]: readonly [Kinds, Kinds]): number {
  return other.careKinds.length - one.careKinds.length || one.lost - other.lost || (keyOf(one) < keyOf(other) ? -1 : 1)
}

function keyOf({ teamId, careKinds }: Kinds): string {
  return `${teamId} ${careKinds.join()}`
}

/**
 * What the first of two may give so that the other gives the rest: what only it can, and with that any of what both can. Kinds for which
 * each of them said the same lights stay together: to part them gains no points. Beyond a handful of such kinds the others stay together too.
 */
function waysOf(asked: readonly CareKind[], one: Giver, other: Giver): CareKind[][] {
  const alike = new Map<string, CareKind[]>()
  for (const kind of one.kinds.filter((own) => other.kinds.includes(own))) {
    const said = `${one.saidOf(kind)} ${other.saidOf(kind)}`
    const key = alike.size < mostApart || alike.has(said) ? said : 'more'
    alike.set(key, [...(alike.get(key) ?? []), kind])
  }
  let ways = [without(asked, other.kinds)]
  for (const kinds of alike.values()) ways = ways.flatMap((own) => [own, [...own, ...kinds]])
  // In the order of the request.
  return ways.map((own) => asked.filter((kind) => own.includes(kind)))
}

function without(all: readonly CareKind[], some: readonly CareKind[]): CareKind[] {
  return all.filter((kind) => !some.includes(kind))
}

/** Every light that counts for a kind of care, as one word. */
function saidOf({ wanted }: Waiting, taker: Taker): Giver['saidOf'] {
  const known = new Map<CareKind, string>()
  return (kind) => {
    const { lightOf } = lightedFor(taker, [kind])
    const lights = () =>
      Array.from({ length: daysAhead }, (_, day) =>
        wanted.dayparts.map((daypart) => lightOf(addDays(wanted.startOn, day), daypart)).join(),
      )
    const said = known.get(kind) ?? (taker.lightsFor ? lights().join() : '')
    known.set(kind, said)
    return said
  }
}

/** The asked kinds that a team may give now: by every rule of the shortlist, its lights for that kind among them. */
function kindsOf({ wanted }: Waiting, taker: Taker): CareKind[] {
  return wanted.careKinds.filter((kind) => {
    const careKinds = [kind]
    return barriersOf({ ...wanted, careKinds }, lightedFor(taker, careKinds)).length === 0
  })
}

/** What a team said for these kinds counts, not what it said for others that are asked beside them. */
function lightedFor(taker: Taker, careKinds: readonly CareKind[]): Taker {
  return taker.lightsFor ? { ...taker, lightOf: taker.lightsFor(careKinds) } : taker
}

/** Who may give some of it, whatever their lights: the best of every set of kinds, then the second best. */
function suitingTeams(waiting: Waiting, takers: readonly Taker[], weights: Weights): Taker[] {
  const { wanted, forbidden } = waiting
  const sets = new Map<string, number>()
  return takers
    .filter(({ teamId }) => !forbidden.includes(teamId))
    .map((taker) => ({ taker, set: kindsOf(waiting, lit(taker)).join() }))
    .filter(({ set }) => set !== '')
    .map((one) => ({ ...one, lost: factorsAndLost(wanted, lit(one.taker), weights).lost }))
    .sort(byLost)
    .map((one) => {
      const place = sets.get(one.set) ?? 0
      sets.set(one.set, place + 1)
      return { ...one, place }
    })
    .sort((one, other) => one.place - other.place || byLost(one, other))
    .slice(0, mostTeams)
    .map(({ taker }) => taker)
}
