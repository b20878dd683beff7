import type { Course, World } from './simulate.ts'
import type { AskTerms } from './ways.ts'

const minute = 60_000

/** Asks who ranks highest, one after the other, for a short answer; what is left goes to the meeting. */
export class AskingAtOnce {
  readonly #world: World
  readonly #terms: AskTerms
  #askedToday = new Map<number, number>()

  constructor(world: World, terms: AskTerms) {
    this.#world = world
    this.#terms = terms
  }

  turnDay(): void {
    this.#askedToday = new Map()
  }

  begin(at: number, course: Course): void {
    const { calendar, queue } = this.#world
    const { from, to } = this.#terms
    const when = calendar.nextWithin(at, from, to, true)
    if (when !== undefined) queue.plan(when, () => this.#askNext(when, course, new Set()))
  }

  #askNext(at: number, course: Course, before: ReadonlySet<number>): void {
    const { calendar, queue, listFor } = this.#world
    const { mostParties, answerMinutes, to, from } = this.#terms
    const team = before.size < mostParties ? this.#nextTeam(at, course, before) : undefined
    if (team === undefined) {
      listFor(at, course)
      return
    }
    if (calendar.hourOf(at) >= to) {
      // The evening came while asking: go on in the morning.
      const morning = calendar.nextWithin(at, from, to, true)
      if (morning !== undefined) queue.plan(morning, () => this.#askNext(morning, course, before))
      return
    }
    course.messages += 1
    this.#askedToday.set(team, (this.#askedToday.get(team) ?? 0) + 1)
    const answered = at + this.#replyTakes(at, course, team)
    const until = at + answerMinutes[course.request.wanted.priority] * minute
    const after = new Set([...before, team])
    if (answered > until) {
      queue.plan(until, () => this.#askNext(until, course, after))
      return
    }
    queue.plan(answered, () => {
      if (!this.#world.offer(answered, course, team)) this.#askNext(answered, course, after)
      else course.beforeMeeting = true
    })
  }

  #nextTeam(at: number, course: Course, before: ReadonlySet<number>): number | undefined {
    const { sight } = this.#world
    const { mostPerTeamPerDay, wishedFirst } = this.#terms
    const free = sight
      .shortlist(course.request, at)
      .map(({ team }) => team)
      .filter((team) => !before.has(team) && (this.#askedToday.get(team) ?? 0) < mostPerTeamPerDay)
    const wished = wishedFirst ? free.find((team) => sight.isWished(course.request, team)) : undefined
    return wished ?? free[0]
  }

  #replyTakes(at: number, { request }: Course, team: number): number {
    const { assumed, calendar, draws, replay } = this.#world
    const hour = calendar.hourOf(at)
    const office = calendar.isWorking(calendar.dayOf(at)) && hour >= assumed.officeFrom && hour < assumed.officeTo
    const median = office ? assumed.replyMinutes : assumed.replyMinutesOutside
    const { teamId } = replay.teams[team] ?? { teamId: '' }
    return draws.around(median, assumed.replySpread, request.wanted.requestId, teamId, 'reply') * minute
  }
}
