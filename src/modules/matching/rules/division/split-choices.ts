import type { Daypart } from '#kernel/dayparts.ts'
import { barriersOf } from '../hard-rules.ts'
import { type Factor, factorsOf } from '../points.ts'
import type { Weights } from '../weights.ts'
import type { Choice, Taker, Waiting } from './choices.ts'
import { movePrice, splitPrice } from './prices.ts'
import { type Cell, holds, visitsOf } from './week.ts'

/** Of each way to divide the parts of the day only the teams that suit best are tried: more of them win nothing and take time. */
const bestPerPart = 3

type Able = {
  taker: Taker
  dayparts: readonly Daypart[]
  cells: readonly Cell[]
  factors: readonly Factor[]
  lost: number
}

/**
 * Two teams for a request that nobody can take alone, each with parts of the day of its own, so that each visit is one face. On the day that
 * was asked; who does the most parts keeps the overview. A request that is pinned to one team is not divided.
 */
export function splitChoices(waiting: Waiting, takers: readonly Taker[], weights: Weights): Choice[] {
  const { wanted, pinnedTo, earlier } = waiting
  if (pinnedTo !== undefined || wanted.dayparts.length < 2) return []
  const { cells, minutes } = visitsOf(wanted.startOn, wanted.dayparts, waiting.amount)
  const found: Choice[] = []
  for (const [first, rest] of halves(wanted.dayparts)) {
    for (const one of ableTo(first)) {
      for (const other of ableTo(rest)) {
        if (one.taker.teamId === other.taker.teamId) continue
        const worst = one.lost >= other.lost ? one : other
        const moved = earlier !== undefined && earlier !== one.taker.teamId ? movePrice : 0
        found.push({
          requestId: wanted.requestId,
          teamId: one.taker.teamId,
          startOn: wanted.startOn,
          daysLater: 0,
          dayparts: wanted.dayparts,
          cells,
          minutes,
          parts: [one, other].map(({ taker, dayparts, cells: own }) => ({
            teamId: taker.teamId,
            dayparts,
            cells: own,
          })),
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
    const own = cells.filter(({ daypart }) => dayparts.includes(daypart))
    return takers
      .filter((taker) => !waiting.forbidden.includes(taker.teamId))
      .filter((taker) => barriersOf({ ...wanted, dayparts }, taker).length === 0)
      .filter((taker) => own.every((cell) => holds(taker.roomOf(cell), minutes)))
      .map((taker) => {
        const factors = factorsOf({ ...wanted, dayparts }, taker, weights)
        return {
          taker,
          dayparts,
          cells: own,
          factors,
          lost: factors.reduce((sum, one) => sum + one.most - one.points, 0),
        }
      })
      .sort((one, other) => one.lost - other.lost || (one.taker.teamId < other.taker.teamId ? -1 : 1))
      .slice(0, bestPerPart)
  }
}

/** Every way to divide the parts of the day in two, the larger first; equal ones both ways round once. */
function halves(dayparts: readonly Daypart[]): [Daypart[], Daypart[]][] {
  const ways: [Daypart[], Daypart[]][] = []
  // The first part of the day stays on one side, so that no way comes twice.
  for (let mask = 1; mask < 2 ** dayparts.length - 1; mask += 2) {
    const one = dayparts.filter((_, nth) => (mask >> nth) % 2 === 1)
    const other = dayparts.filter((_, nth) => (mask >> nth) % 2 === 0)
    ways.push(one.length >= other.length ? [one, other] : [other, one])
  }
  return ways
}
