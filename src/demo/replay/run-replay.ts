import { instantOf } from '#kernel/dates.ts'
import { type Assumed, assumedWith } from '#modules/matching/rules/replay/assumptions.ts'
import { toEnd } from '#modules/matching/rules/replay/dividing.ts'
import { type Figures, figuresOf, takenWithin } from '#modules/matching/rules/replay/figures.ts'
import { type Divide, simulate } from '#modules/matching/rules/replay/simulate.ts'
import type { Way } from '#modules/matching/rules/replay/ways.ts'
import { type PracticeReplay, practiceReplay } from './practice-replay.ts'

/** Hours after sending at which the curve of a way of working is drawn. */
export const curveHours = Array.from({ length: 97 }, (_, hour) => hour)

export type Run = { figures: Figures; curve: number[] }

/** Seeds make the requests and everything else that chance decides; one seed is the same region in every way of working. */
export class Runner {
  readonly #first: string
  readonly #size: number
  readonly #divide: Divide
  readonly #replays = new Map<number, PracticeReplay>()
  readonly #known = new Map<string, Run>()

  constructor(first: string, size: number, divide: Divide) {
    this.#first = first
    this.#size = size
    this.#divide = divide
  }

  replayOf(seed: number): PracticeReplay {
    const known = this.#replays.get(seed) ?? practiceReplay(seed, this.#first, this.#size)
    this.#replays.set(seed, known)
    return known
  }

  run(way: Way, seed: number, changed: Partial<Assumed> = {}): Run {
    const key = `${way.code} ${seed} ${JSON.stringify(changed)}`
    const known = this.#known.get(key)
    if (known) return known
    const replay = this.replayOf(seed)
    const assumed = assumedWith(changed)
    const lived = toEnd(simulate(replay, way, seed, assumed, this.#divide))
    const end = instantOf(replay.to, '00:00').getTime() + (replay.days - replay.measuredUntil) * 86_400_000
    const span = { from: replay.from, to: replay.to, end }
    const run = {
      figures: figuresOf(lived, replay.teams, span, assumed.mostNights),
      curve: takenWithin(lived, curveHours, span),
    }
    this.#known.set(key, run)
    return run
  }
}
