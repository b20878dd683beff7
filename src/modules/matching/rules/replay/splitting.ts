import { halves } from '../division/split-by-daypart.ts'
import { patternsOf } from '../points.ts'
import { splitAdvice } from '../split.ts'
import { startFrom } from './room.ts'
import type { Course, World } from './simulate.ts'

/** Who is asked for a request, in the order in which that happens: for all of it, and for some of its kinds of care. */
export type Order = { whole: readonly number[]; partly: readonly number[] }

/**
 * Two teams for a request that nobody can take alone, as people find them without advice: of those who are asked the first that can
 * do the larger half, and the first other one that can do the rest; by part of the day, and else by kind of care.
 */
export function divideByHand(world: World, at: number, course: Course, { whole, partly }: Order): boolean {
  return byDaypart(world, at, course, whole) || byKind(world, at, course, partly)
}

function byDaypart(world: World, at: number, course: Course, order: readonly number[]): boolean {
  const { rooms, calendar, offerPieces } = world
  const { request } = course
  const begin = startFrom(request.wanted.startOn, calendar.dateOf(calendar.dayOf(at)))
  return halves(request.wanted.dayparts).some(([larger, smaller]) => {
    const able = order.filter((team) => rooms.canDoPiece(team, request, begin, { dayparts: larger }))
    if (able.length === 0) return false
    const rest = order.filter((team) => rooms.canDoPiece(team, request, begin, { dayparts: smaller }))
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

/** Each of the two comes in every part of the day that is asked; of two the one that gives most keeps the overview. */
function byKind({ sight, offerPieces }: World, at: number, course: Course, order: readonly number[]): boolean {
  const { request } = course
  const { careKinds } = request.wanted
  const kindsOf = (team: number) => sight.kindsOf(request, team)
  return patternsOf(request.wanted).some((dayparts) =>
    order.some((team) => {
      const left = careKinds.filter((kind) => !kindsOf(team).includes(kind))
      if (left.length > careKinds.length / 2) return false
      const first = { team, dayparts, careKinds: kindsOf(team) }
      return order
        .filter((other) => left.every((kind) => kindsOf(other).includes(kind)))
        .some((other) => offerPieces(at, course, [first, { team: other, dayparts, careKinds: left }], dayparts))
    }),
  )
}

/** The product's advice for a request that nobody can take alone, as far as those whom it names are there and say yes. */
export function divideByAdvice(
  { replay, sight, offerPieces }: World,
  at: number,
  course: Course,
  there: readonly number[],
): boolean {
  const { request } = course
  const takers = sight.takers(request, at)
  const wanted = sight.wantedAt(request, at)
  const advice = splitAdvice(wanted, takers, replay.weights)
  if (!advice) return false
  const { teamId: first } = advice.keeper
  const parts = [...advice.parts].sort(
    (one, other) => Number(other.party.teamId === first) - Number(one.party.teamId === first),
  )
  return patternsOf(wanted).some((pattern) => {
    const pieces = parts.map(({ party, dayparts, careKinds }) => ({
      team: sight.placeOf(party.teamId),
      ...(advice.by === 'daypart' ? { dayparts } : { dayparts: pattern, careKinds }),
    }))
    return pieces.every(({ team }) => there.includes(team)) && offerPieces(at, course, pieces, pattern)
  })
}
