import type { Daypart } from '#kernel/dayparts.ts'
import { barriersOf } from '../hard-rules.ts'
import type { Weights } from '../weights.ts'
import type { Choice, Taker, Waiting } from './choices.ts'
import { type Able, byLost, factorsAndLost, lit, together } from './pairing.ts'
import { splitPrice } from './prices.ts'
import { holds, visitsOf } from './week.ts'

/**
 * So many teams are tried in pairs: those that would suit best if all of them had room. Who has room does not count, so that a team that
 * gets some never drives out another that may be needed.
 */
const mostTeams = 10

/** Two teams, each with parts of the day of its own, so that each visit is one face. */
export function byDaypart(waiting: Waiting, takers: readonly Taker[], weights: Weights): Choice[] {
  const { wanted } = waiting
  const { dayparts } = wanted
  if (dayparts.length < 2) return []
  const { cells, minutes } = visitsOf(wanted.startOn, dayparts, waiting.amount)
  const suiting = suitingTeams(waiting, takers, weights)
  const found: Choice[] = []
  for (const [first, rest] of halves(dayparts)) {
    const others = ableTo(rest)
    for (const one of ableTo(first)) {
      for (const other of others) {
        if (one.teamId === other.teamId) continue
        found.push(together(waiting, { dayparts, cells, minutes }, [one, other], splitPrice))
      }
    }
  }
  return found

  function ableTo(own: readonly Daypart[]): Able[] {
    const ownCells = cells.filter(({ daypart }) => own.includes(daypart))
    const part = { ...wanted, dayparts: own }
    return suiting
      .filter((taker) => barriersOf(part, taker).length === 0)
      .filter((taker) => ownCells.every((cell) => holds(taker.roomOf(cell), minutes)))
      .map((taker) => ({
        teamId: taker.teamId,
        dayparts: own,
        cells: ownCells,
        ...factorsAndLost(part, taker, weights),
      }))
  }
}

/** Who may take this request and would suit it best, whatever their lights. */
function suitingTeams({ wanted, forbidden }: Waiting, takers: readonly Taker[], weights: Weights): Taker[] {
  return takers
    .filter(({ teamId }) => !forbidden.includes(teamId))
    .filter((taker) => barriersOf(wanted, lit(taker)).length === 0)
    .map((taker) => ({ taker, lost: factorsAndLost(wanted, lit(taker), weights).lost }))
    .sort(byLost)
    .slice(0, mostTeams)
    .map(({ taker }) => taker)
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
