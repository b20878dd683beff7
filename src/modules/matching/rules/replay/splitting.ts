import { halves } from '../division/split-by-daypart.ts'
import { splitAdvice } from '../split.ts'
import { firstWeights } from '../weights.ts'
import { startFrom } from './room.ts'
import type { Course, World } from './simulate.ts'

/**
 * Two teams for a request that nobody can take alone, as people find them without advice: of those who are asked the first that can
 * do the larger half, and the first other one that can do the rest.
 */
export function divideByHand(world: World, at: number, course: Course, order: readonly number[]): boolean {
  const { rooms, calendar, offerPieces } = world
  const { request } = course
  const begin = startFrom(request.wanted.startOn, calendar.dateOf(calendar.dayOf(at)))
  return halves(request.wanted.dayparts).some(([larger, smaller]) => {
    const able = order.filter((team) => rooms.canDoPiece(team, request, begin, larger))
    if (able.length === 0) return false
    const rest = order.filter((team) => rooms.canDoPiece(team, request, begin, smaller))
    return able.some((team) => {
      const other = rest.find((one) => one !== team)
      const pieces = other !== undefined && [
        { team, dayparts: larger },
        { team: other, dayparts: smaller },
      ]
      return pieces && offerPieces(at, course, pieces)
    })
  })
}

/** The product's advice for a request that nobody can take alone, as far as those whom it names are there and say yes. */
export function divideByAdvice(
  { sight, offerPieces }: World,
  at: number,
  course: Course,
  there: readonly number[],
): boolean {
  const { request } = course
  const takers = sight.takers(request, at)
  const advice = splitAdvice(sight.wantedAt(request, at), takers, firstWeights)
  if (advice?.by !== 'daypart') return false
  const { teamId: first } = advice.keeper
  const pieces = [...advice.parts]
    .sort((one, other) => Number(other.party.teamId === first) - Number(one.party.teamId === first))
    .map(({ party, dayparts }) => ({ team: sight.placeOf(party.teamId), dayparts }))
  return pieces.every(({ team }) => there.includes(team)) && offerPieces(at, course, pieces)
}
