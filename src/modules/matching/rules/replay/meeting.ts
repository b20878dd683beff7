import { priorities } from '#kernel/priorities.ts'
import { askedOf } from '../division/choices.ts'
import { open, toProblem } from '../division/problem.ts'
import type { Piece } from './room.ts'
import type { Course, World } from './simulate.ts'
import { divideByAdvice, divideByHand } from './splitting.ts'

const dayLength = 86_400_000

export type Meeting = { add: (course: Course) => void; hold: (at: number) => void }

/** The daily meetings of all coordinating teams: each speaks of its own list, most urgent first, then who waits longest. */
export function meetingOf(world: World): Meeting {
  const lists = new Map<string, Course[]>()
  return {
    add(course) {
      const { groupId } = course.request
      const list = lists.get(groupId)
      if (list) list.push(course)
      else lists.set(groupId, [course])
    },
    hold(at) {
      for (const [groupId, list] of lists) {
        if (list.length === 0) continue
        list.sort(byUrgency)
        if (world.way.picking === 'proposal') propose(world, at, list)
        for (const course of list) if (course.takenAt === undefined) inTurn(world, at, course)
        for (const course of list) if (course.takenAt !== undefined) course.messages += 1
        lists.set(
          groupId,
          list.filter(({ takenAt }) => takenAt === undefined),
        )
      }
    },
  }
}

/**
 * One request: down whatever order people come with, or down the shortlist and then past who is not on it, because a nurse with a
 * red light may still find a place when she hears whom it is for; until somebody who is there says yes. Only then over two teams.
 */
function inTurn(world: World, at: number, course: Course): void {
  const { sight, way, calendar, offer } = world
  const { request } = course
  const day = calendar.dayOf(at)
  const anyone = sight.inAnyOrder(request, at, day)
  const listed = way.picking === 'by-hand' ? [] : sight.shortlist(request, at).map(({ team }) => team)
  const isThere = (team: number) => sight.isPresent(team, request.groupId, day)
  const there = [...new Set([...listed, ...anyone])].filter(isThere)
  const { dayparts, careKinds } = request.wanted
  if (there.some((team) => offer(at, course, team)) || Math.max(dayparts.length, careKinds.length) < 2) return
  const partly = sight.inAnyOrder(request, at, day, sight.partly(request)).filter(isThere)
  const advised =
    way.picking !== 'by-hand' && listed.length === 0 && divideByAdvice(world, at, course, [...there, ...partly])
  if (!advised) divideByHand(world, at, course, { whole: there, partly })
}

/** The product's division of the whole list, over two teams what nobody can alone; a team that says no or is not there leaves its request to the shortlist. */
function propose(
  { replay, sight, calendar, offer, offerPieces, divide }: World,
  at: number,
  list: readonly Course[],
): void {
  const takers = new Map(list.flatMap(({ request }) => sight.takers(request, at)).map((taker) => [taker.teamId, taker]))
  const asked = list.map(({ request }) =>
    askedOf(
      {
        wanted: sight.wantedAt(request, at),
        amount: request.amount,
        waitedDays: Math.floor((at - request.sentAt.getTime()) / dayLength),
        dayIsCertain: request.dayIsCertain,
        inBed: request.fromHospital,
        forbidden: [],
      },
      sight.takers(request, at),
      replay.weights,
    ),
  )
  const problem = toProblem(asked, [...takers.values()])
  const division = divide(problem)
  const courseOf = new Map(list.map((course) => [course.request.wanted.requestId, course]))
  for (const choiceAt of division) {
    const choice = choiceAt === open ? undefined : problem.choices[choiceAt]
    const course = choice && courseOf.get(choice.requestId)
    if (!choice || !course) continue
    const parts: readonly (Piece & { teamId: string })[] = choice.parts ?? [choice]
    const pieces = parts.map(({ teamId, dayparts, careKinds }) => ({
      team: sight.placeOf(teamId),
      dayparts,
      careKinds,
    }))
    const { groupId } = course.request
    const [first] = pieces
    if (!first || !pieces.every(({ team }) => sight.isPresent(team, groupId, calendar.dayOf(at)))) continue
    if (choice.parts) offerPieces(at, course, pieces, choice.dayparts)
    else offer(at, course, first.team, choice.startOn, choice.dayparts)
  }
}

function byUrgency(one: Course, other: Course): number {
  return (
    priorities.indexOf(one.request.wanted.priority) - priorities.indexOf(other.request.wanted.priority) ||
    one.request.sentAt.getTime() - other.request.sentAt.getTime()
  )
}
