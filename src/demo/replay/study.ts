import type { Assumed } from '#modules/matching/rules/replay/assumptions.ts'
import { bySearch } from '#modules/matching/rules/replay/dividing.ts'
import type { Figures } from '#modules/matching/rules/replay/figures.ts'
import { type Way, wayOf, ways } from '#modules/matching/rules/replay/ways.ts'
import type { Solve } from '#modules/matching/solver/highs.ts'
import { type Proofs, provenBy } from '#modules/matching/solver/proving.ts'
import { Runner } from './run-replay.ts'

/** Fixed, so that the same seeds give the same report in any year. */
const first = '2025-07-01'
/** As long as the product's own proposal may take. */
const secondsPerList = 20

export const loads = [0.8, 0.9, 0.95]

/** What could be otherwise than assumed, and would matter most to asking at once. */
export const otherwise: readonly (readonly [string, Partial<Assumed>])[] = [
  ['nothing', {}],
  ['teams answer three times as slowly', { replyMinutes: 60, replyMinutesOutside: 180 }],
  ['lights set on half of the days', { setsLight: 0.5 }],
  ['a quarter refuses although it has room', { unwilling: 0.25 }],
  ['everybody is at every meeting', { present: 1 }],
]

/** Held against each other where what is assumed is varied. */
const variedWays = ['proposal', 'at-once'] as const

/** All runs that a report tells of; each is made once, when it is first asked for. */
export class Study {
  readonly size: number
  readonly seeds: readonly number[]
  /** Of what is only varied. */
  readonly fewSeeds: readonly number[]
  readonly runner: Runner
  readonly proofs: Proofs
  readonly #started = performance.now()
  /** Its search alone, which the solver improved on so seldom that no table would tell. */
  readonly #varied: Runner

  constructor(solve: Solve, so: { size: number; seeds: number; fewSeeds: number }) {
    const { divide, proofs } = provenBy(solve, { seconds: secondsPerList })
    this.size = so.size
    this.seeds = Array.from({ length: so.seeds }, (_, nth) => nth + 1)
    this.fewSeeds = this.seeds.slice(0, so.fewSeeds)
    this.proofs = proofs
    this.runner = new Runner(first, so.size, divide)
    this.#varied = new Runner(first, so.size, bySearch)
  }

  /** Every seed under every way, and then what is varied; says after each seed how many are done. */
  run(onSeed: (done: number) => void): void {
    for (const seed of this.seeds) {
      for (const way of ways) this.runner.run(way, seed)
      onSeed(seed)
    }
    for (const load of loads) for (const way of ways) this.variedOf(way, 'within24', atLoad(load))
    for (const [, changed] of otherwise) for (const code of variedWays) this.variedOf(wayOf(code), 'within24', changed)
  }

  /** One per seed. */
  readonly valuesOf = (way: Way, key: keyof Figures): number[] =>
    this.seeds.map((seed) => this.runner.run(way, seed).figures[key])

  readonly variedOf = (way: Way, key: keyof Figures, changed: Partial<Assumed>): number[] =>
    this.fewSeeds.map((seed) => this.#varied.run(way, seed, changed).figures[key])

  get seconds(): number {
    return (performance.now() - this.#started) / 1000
  }
}

export function atLoad(load: number): Partial<Assumed> {
  return load === 0.9 ? {} : { load }
}

export const asShare = (value: number) => `${Math.round(100 * value)} %`
