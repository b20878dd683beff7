import type { Daypart } from '#kernel/dayparts.ts'
import { barriersOf } from '../hard-rules.ts'
import { type Factor, factorsOf } from '../points.ts'
import type { Weights } from '../weights.ts'
import type { Choice, Part, Taker, Waiting } from './choices.ts'
import { movePrice, splitPrice } from './prices.ts'
import { type Cell, holds, visitsOf } from './week.ts'

/**
 * So many teams are tried in pairs: those that would suit best if all of them had room. Who has room does not count, so that a team that
 * gets some never drives out another that may be needed.
 */
const mostTeams = 10

type Able = Part & { factors: readonly Factor[]; lost: number }

/**
 * Two teams for one request, each with parts of the day of its own, so that each visit is one face. On the day that was asked; who does the
 * most parts keeps the overview. Offered also where a team can alone, which is always cheaper: its room may be needed for others. A
 * request that is pinned to one team is not divided.
 */
export function splitChoices(waiting: Waiting, takers: readonly Taker[], weights: Weights): Choice[] {
  const { wanted, pinnedTo, earlier } = waiting
  if (pinnedTo !== undefined || wanted.dayparts.length < 2) return []
  const { cells, minutes } = visitsOf(wanted.startOn, wanted.dayparts, waiting.amount)
  const suiting = suitingTeams(waiting, takers, weights)
  const found: Choice[] = []
  for (const [first, rest] of halves(wanted.dayparts)) {
    const others = ableTo(rest)
    for (const one of ableTo(first)) {
      for (const other of others) {
        if (one.teamId === other.teamId) continue
        const worst = one.lost >= other.lost ? one : other
        const moved = earlier !== undefined && earlier !== one.teamId ? movePrice : 0
        found.push({
          requestId: wanted.requestId,
          teamId: one.teamId,
          startOn: wanted.startOn,
          daysLater: 0,
          dayparts: wanted.dayparts,
          cells,
          minutes,
          parts: [one, other].map(({ teamId, dayparts, cells: own }) => ({ teamId, dayparts, cells: own })),
          factors: worst.factors,
          lost: worst.lost,
          split: splitPrice,
          later: 0,
          moved,
          cost: worst.lost + splitPrice + moved,
        })
      }
    }
  }
  return found

  function ableTo(dayparts: readonly Daypart[]): Able[] {
    const own: Cell[] = cells.filter(({ daypart }) => dayparts.includes(daypart))
    const part = { ...wanted, dayparts }
    return suiting
      .filter((taker) => barriersOf(part, taker).length === 0)
      .filter((taker) => own.every((cell) => holds(taker.roomOf(cell), minutes)))
      .map((taker) => {
        const factors = factorsOf(part, taker, weights)
        return { teamId: taker.teamId, dayparts, cells: own, factors, lost: lostOf(factors) }
      })
  }
}

/** Who may take this request and would suit it best, whatever their lights. */
function suitingTeams({ wanted, forbidden }: Waiting, takers: readonly Taker[], weights: Weights): Taker[] {
  return takers
    .filter(({ teamId }) => !forbidden.includes(teamId))
    .map((taker) => ({ taker, lit: { ...taker, lightOf: () => 'green' as const } }))
    .filter(({ lit }) => barriersOf(wanted, lit).length === 0)
    .map(({ taker, lit }) => ({ taker, lost: lostOf(factorsOf(wanted, lit, weights)) }))
    .sort((one, other) => one.lost - other.lost || (one.taker.teamId < other.taker.teamId ? -1 : 1))
    .slice(0, mostTeams)
    .map(({ taker }) => taker)
}

function lostOf(factors: readonly Factor[]): number {
  return factors.reduce((sum, { most, points }) => sum + most - points, 0)
}

/** Every way to divide the parts of the day in two, the larger first; equal ones both ways round once. */
export function halves(dayparts: readonly Daypart[]): [Daypart[], Daypart[]][] {
  const ways: [Daypart[], Daypart[]][] = []
  // The first part of the day stays on one side, so that no way comes twice.
  for (let mask = 1; mask < 2 ** dayparts.length - 1; mask += 2) {
    const one = dayparts.filter((_, nth) => (mask >> nth) % 2 === 1)
    const other = dayparts.filter((_, nth) => (mask >> nth) % 2 === 0)
    ways.push(one.length >= other.length ? [one, other] : [other, one])
  }
  return ways
}
