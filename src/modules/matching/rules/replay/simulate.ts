import { daysBetween, type LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Division, Problem } from '../division/problem.ts'
import type { Weights } from '../weights.ts'
import { AskingAtOnce } from './asking.ts'
import type { Assumed } from './assumptions.ts'
import { Calendar } from './calendar.ts'
import { Caller } from './calling.ts'
import type { ReplayRequest, ReplayTeam } from './demand.ts'
import { bySearch } from './dividing.ts'
import { Draws } from './draws.ts'
import { meetingOf } from './meeting.ts'
import { Queue } from './queue.ts'
import { type Held, type Piece, Rooms, startFrom } from './room.ts'
import { Sight } from './sight.ts'
import type { Way } from './ways.ts'

/** How it went with one request. */
export type Course = {
  request: ReplayRequest
  takenAt: number | undefined
  /** Who has it; of more than one, because nobody could alone, the first keeps the overview. */
  teams: readonly number[]
  startOn: LocalDate | undefined
  minutesOfTravel: number | undefined
  calls: number
  messages: number
  /** A team was found before any meeting spoke of it. */
  beforeMeeting: boolean
}

/** All requests as they went, and the minutes that each team has in a usual week. */
export type Lived = { courses: Course[]; room: number[] }

export type Replay = {
  teams: readonly ReplayTeam[]
  requests: readonly ReplayRequest[]
  /** What weighs in advice. */
  weights: Weights
  /** The first day, and how many. */
  first: LocalDate
  days: number
}

/** Divides a list: the product's search and solver, or its search alone. */
export type Divide = (problem: Problem) => Division

type TeamPiece = Piece & { team: number }

/** What every part of the simulation works with. */
export type World = {
  replay: Replay
  way: Way
  assumed: Assumed
  draws: Draws
  calendar: Calendar
  queue: Queue
  rooms: Rooms
  sight: Sight
  divide: Divide
  /** Gives a request to a team, if that says yes now; answers whether it did. */
  offer: (at: number, course: Course, team: number, startOn?: LocalDate, pattern?: readonly Daypart[]) => boolean
  /** Gives it to more than one team, if all say yes; the first keeps the overview. */
  offerPieces: (at: number, course: Course, pieces: readonly TeamPiece[], pattern?: readonly Daypart[]) => boolean
  /** To the list of the next meeting, or to whoever calls around. */
  listFor: (at: number, course: Course) => void
}

/**
 * The same requests lived through under one way of working: a discrete-event simulation. It yields now and then, so that whoever
 * runs it beside other work can let that go first.
 */
export function* simulate(
  replay: Replay,
  way: Way,
  seed: number,
  assumed: Assumed,
  divide: Divide = bySearch,
): Generator<void, Lived> {
  const draws = new Draws(seed)
  const calendar = new Calendar(replay.first, replay.days)
  const queue = new Queue()
  const sight = new Sight(replay, calendar, draws, assumed)
  const rooms = new Rooms(replay.teams, replay.requests, (request) => sight.serving(request), {
    calendar,
    draws,
    assumed,
  })
  sight.look(rooms)
  const world: World = {
    replay,
    way,
    assumed,
    draws,
    calendar,
    queue,
    rooms,
    sight,
    divide,
    offer: (at, course, team, startOn, pattern) => offer(world, at, course, team, startOn, pattern),
    offerPieces: (at, course, pieces, pattern) => offerPieces(world, at, course, pieces, pattern),
    listFor: (at, course) => (way.picking === 'calling' ? caller.begin(at, course) : meeting.add(course)),
  }
  const caller = new Caller(world)
  const meeting = meetingOf(world)
  const asking = way.askAtOnce && new AskingAtOnce(world, way.askAtOnce)

  for (let day = 0; day < calendar.count; day += 1) {
    queue.plan(calendar.startOf(day), () => {
      if (day % 7 === 0) rooms.turnWeek(day / 7)
      sight.turnDay(day)
      asking?.turnDay()
    })
    queue.plan(calendar.at(day, assumed.lightHour), () => rooms.setLights(day))
    if (calendar.isWorking(day) && way.picking !== 'calling') {
      const at = calendar.at(day, assumed.meetingHour)
      queue.plan(at, () => meeting.hold(at))
    }
  }
  const courses = replay.requests.map((request): Course => {
    const course: Course = {
      request,
      takenAt: undefined,
      teams: [],
      startOn: undefined,
      minutesOfTravel: undefined,
      calls: 0,
      messages: 0,
      beforeMeeting: false,
    }
    const at = request.sentAt.getTime()
    queue.plan(at, () => (asking ? asking.begin(at, course) : world.listFor(at, course)))
    return course
  })
  let steps = 0
  for (let event = queue.next(); event; event = queue.next()) {
    event.happen()
    steps += 1
    if (steps % 50 === 0) yield
  }
  return { courses, room: replay.teams.map((_, team) => rooms.weekOf(team)) }
}

function offer(
  world: World,
  at: number,
  course: Course,
  team: number,
  startOn?: LocalDate,
  pattern?: readonly Daypart[],
): boolean {
  const begin = beginOf(world, at, course, startOn)
  const { request } = course
  const asked = inParts(request, pattern)
  const answer = world.rooms.answer(team, asked, begin)
  if (!answer) return false
  settle(world, at, course, begin, [world.rooms.take(team, asked, begin, answer)])
  course.minutesOfTravel = world.sight.minutesBetween(team, request)
  return true
}

function offerPieces(
  world: World,
  at: number,
  course: Course,
  pieces: readonly TeamPiece[],
  pattern?: readonly Daypart[],
): boolean {
  const begin = beginOf(world, at, course)
  const request = inParts(course.request, pattern)
  const { rooms, sight } = world
  if (!pieces.every((piece) => rooms.canDoPiece(piece.team, request, begin, piece))) return false
  const held = pieces.map((piece) => rooms.takePiece(piece.team, request, begin, piece))
  settle(world, at, course, begin, held)
  const all = pieces.reduce((sum, { dayparts }) => sum + dayparts.length, 0)
  course.minutesOfTravel = pieces.reduce(
    (sum, { team, dayparts }) => sum + (sight.minutesBetween(team, request) * dayparts.length) / all,
    0,
  )
  return true
}

/** A request that names no part of the day, in one that was found for it. */
function inParts(request: ReplayRequest, dayparts: readonly Daypart[] | undefined): ReplayRequest {
  return dayparts ? { ...request, wanted: { ...request.wanted, dayparts } } : request
}

function beginOf({ calendar }: World, at: number, { request }: Course, startOn?: LocalDate): LocalDate {
  const today = calendar.dateOf(calendar.dayOf(at))
  return startOn && startOn > today ? startOn : startFrom(request.wanted.startOn, today)
}

/** It is taken: from its first day until care ends the room is in use. */
function settle(world: World, at: number, course: Course, begin: LocalDate, held: readonly Held[]): void {
  const { calendar, rooms, sight, queue } = world
  const day = calendar.dayOf(at)
  course.takenAt = at
  course.teams = held.map(({ team }) => team)
  course.startOn = begin
  for (const { team } of held) sight.count(team, day)
  const days = daysBetween(calendar.dateOf(day), begin) + rooms.daysInCare(course.request)
  queue.plan(at + days * 86_400_000, () => {
    for (const one of held) rooms.giveBack(one)
  })
}
