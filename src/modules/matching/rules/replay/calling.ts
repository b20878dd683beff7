import type { Course, World } from './simulate.ts'
import { divideByHand, type Order } from './splitting.ts'

const minute = 60_000
/** One caller per request, one organisation after the other, without any sight of who has room. */
export class Caller {
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  begin(at: number, course: Course, round = 0): void {
    const { sight } = this.#world
    const when = this.#open(at, course)
    if (when === undefined) return
    const order = sight.inAnyOrder(course.request, when, round)
    this.#world.queue.plan(when, () => this.#call(when, course, order, { round, today: 0 }))
  }

  #call(at: number, course: Course, order: readonly number[], so: { round: number; today: number }): void {
    const { draws, assumed, queue, replay } = this.#world
    const [team, ...others] = order
    // Everybody said no: who could do a part said so while being called.
    if (team === undefined && divideByHand(this.#world, at, course, this.#everybody(at, course, so.round))) return
    if (team === undefined || so.today >= assumed.callsPerDay) {
      this.#tomorrow(at, course, so.round)
      return
    }
    const { requestId } = course.request.wanted
    const { teamId } = replay.teams[team] ?? { teamId: '' }
    const words = [requestId, teamId, so.round, course.calls] as const
    course.calls += 1
    const next = { ...so, today: so.today + 1 }
    const after = at + assumed.callMinutes * minute
    if (draws.of(...words, 'reached') >= assumed.reached) {
      // Nobody who may decide: again at the end of the list.
      this.#go(after, course, [...others, team], next)
      return
    }
    const waits =
      draws.of(...words, 'knows') < assumed.answersAtOnce
        ? assumed.callMinutes
        : draws.around(assumed.callBackMinutes, assumed.replySpread, ...words, 'call back')
    const answered = at + waits * minute
    queue.plan(answered, () => {
      if (!this.#world.offer(answered, course, team)) this.#go(answered, course, others, next)
    })
  }

  #everybody(at: number, { request }: Course, round: number): Order {
    const { sight } = this.#world
    return {
      whole: sight.inAnyOrder(request, at, round),
      partly: sight.inAnyOrder(request, at, round, sight.partly(request)),
    }
  }

  #go(at: number, course: Course, order: readonly number[], so: { round: number; today: number }): void {
    const when = this.#open(at, course)
    if (when === undefined) return
    const { calendar } = this.#world
    const today = calendar.dayOf(when) === calendar.dayOf(at) ? so.today : 0
    this.#world.queue.plan(when, () => this.#call(when, course, order, { ...so, today }))
  }

  /** Everybody said no, or it was enough for a day. */
  #tomorrow(at: number, course: Course, round: number): void {
    const { calendar } = this.#world
    const day = calendar.dayOf(at) + 1
    if (day < calendar.count) this.begin(calendar.startOf(day), course, round + 1)
  }

  /** In office hours; for what must begin today on every day. */
  #open(at: number, { request }: Course): number | undefined {
    const { calendar, assumed } = this.#world
    return calendar.nextWithin(at, assumed.officeFrom, assumed.officeTo, request.wanted.priority === 'today')
  }
}
