import { instantOf } from '#kernel/dates.ts'
import { type Assumed, assumedWith } from '#modules/matching/rules/replay/assumptions.ts'
import { bySearch, toEnd } from '#modules/matching/rules/replay/dividing.ts'
import { type Figures, figuresOf, takenWithin } from '#modules/matching/rules/replay/figures.ts'
import { simulate } from '#modules/matching/rules/replay/simulate.ts'
import { wayOf } from '#modules/matching/rules/replay/ways.ts'
import type { Solve } from '#modules/matching/solver/highs.ts'
import { type Proofs, provenBy } from '#modules/matching/solver/proving.ts'
import { type PracticeReplay, practiceReplay } from './practice-replay.ts'

/** Hours after sending at which the curve of a way of working is drawn. */
export const curveHours = Array.from({ length: 97 }, (_, hour) => hour)

/** One life of the region. Seeds make the requests and all that chance decides: one seed is the same region in every way of working. */
export type Job = {
  way: string
  seed: number
  first: string
  size: number
  changed: Partial<Assumed>
  /** Seconds that the solver may take for a list; without them its search divides alone. */
  solverSeconds: number | undefined
}

export type Run = { figures: Figures; curve: number[]; proofs: Proofs | undefined; requests: number; leftOut: number }

/** Plays one job after the other; the region of the last seed is kept, because its jobs come together. */
export class Player {
  readonly #solve: Solve
  #kept: { name: string; replay: PracticeReplay } | undefined

  constructor(solve: Solve) {
    this.#solve = solve
  }

  play({ way, seed, first, size, changed, solverSeconds }: Job): Run {
    const replay = this.#replayOf(seed, first, size)
    const assumed = assumedWith(changed)
    const solver = solverSeconds === undefined ? undefined : provenBy(this.#solve, { seconds: solverSeconds })
    const lived = toEnd(simulate(replay, wayOf(way), seed, assumed, solver?.divide ?? bySearch))
    const end = instantOf(replay.to, '00:00').getTime() + (replay.days - replay.measuredUntil) * 86_400_000
    const span = { from: replay.from, to: replay.to, end }
    return {
      figures: figuresOf(lived, replay.teams, span, assumed.mostNights),
      curve: takenWithin(lived, curveHours, span),
      proofs: solver?.proofs,
      requests: replay.requests.length,
      leftOut: replay.leftOut,
    }
  }

  #replayOf(seed: number, first: string, size: number): PracticeReplay {
    const name = `${seed} ${first} ${size}`
    if (this.#kept?.name !== name) this.#kept = { name, replay: practiceReplay(seed, first, size) }
    return this.#kept.replay
  }
}
