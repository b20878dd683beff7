import type { Assumed } from '#modules/matching/rules/replay/assumptions.ts'
import type { Figures } from '#modules/matching/rules/replay/figures.ts'
import { type Way, wayOf, ways } from '#modules/matching/rules/replay/ways.ts'
import type { Proofs } from '#modules/matching/solver/proving.ts'
import type { Job, Run } from './run-replay.ts'

/** Fixed, so that the same seeds give the same report in any year. */
const first = '2025-07-01'
/** As long as the product's own proposal may take. */
const solverSeconds = 20

export const loads = [0.8, 0.9, 0.95]

/** What could be otherwise than assumed, and would matter most to asking at once. */
export const otherwise: readonly (readonly [string, Partial<Assumed>])[] = [
  ['nothing', {}],
  ['teams answer three times as slowly', { replyMinutes: 60, replyMinutesOutside: 180 }],
  ['lights set on half of the days', { setsLight: 0.5 }],
  ['a quarter refuses although it has room', { unwilling: 0.25 }],
  ['everybody is at every meeting', { present: 1 }],
]

/** Which runs a report tells of, and what came of them. */
export class Study {
  readonly size: number
  readonly seeds: readonly number[]
  /** Of what is only varied. */
  readonly fewSeeds: readonly number[]
  readonly #runs = new Map<string, Run>()
  readonly #started = performance.now()

  constructor(so: { size: number; seeds: number; fewSeeds: number }) {
    this.size = so.size
    this.seeds = Array.from({ length: so.seeds }, (_, nth) => nth + 1)
    this.fewSeeds = this.seeds.slice(0, so.fewSeeds)
  }

  async play(by: (jobs: readonly Job[]) => Promise<readonly Run[]>): Promise<void> {
    const jobs = this.#jobs()
    const runs = await by(jobs)
    for (const [nth, job] of jobs.entries()) {
      const run = runs[nth]
      if (run) this.#runs.set(nameOf(job), run)
    }
  }

  /** One per seed. */
  readonly valuesOf = (way: Way, key: keyof Figures): number[] => this.runsOf(way).map(({ figures }) => figures[key])

  readonly runsOf = (way: Way): Run[] => this.seeds.map((seed) => this.#runOf(this.#whole(way, seed)))

  readonly variedOf = (way: Way, key: keyof Figures, changed: Partial<Assumed>): number[] =>
    this.fewSeeds.map((seed) => this.#runOf(this.#varied(way, seed, changed)).figures[key])

  get proofs(): Proofs {
    const sum = { lists: 0, asked: 0, improved: 0, unproven: 0 }
    for (const { proofs } of this.#runs.values())
      for (const key of Object.keys(sum) as (keyof Proofs)[]) sum[key] += proofs?.[key] ?? 0
    return sum
  }

  get seconds(): number {
    return (performance.now() - this.#started) / 1000
  }

  /** Each once, and those of one seed together. */
  #jobs(): Job[] {
    const held = [wayOf('proposal'), wayOf('at-once')]
    const jobs = this.seeds.flatMap((seed) => {
      const whole = ways.map((way) => this.#whole(way, seed))
      if (!this.fewSeeds.includes(seed)) return whole
      const byLoad = loads.flatMap((load) => ways.map((way) => this.#varied(way, seed, atLoad(load))))
      const byOther = otherwise.flatMap(([, changed]) => held.map((way) => this.#varied(way, seed, changed)))
      return [...whole, ...byLoad, ...byOther]
    })
    return [...new Map(jobs.map((job) => [nameOf(job), job])).values()]
  }

  #whole(way: Way, seed: number): Job {
    return { way: way.code, seed, first, size: this.size, changed: {}, solverSeconds }
  }

  /** Its search alone, which the solver improved on so seldom that no table would tell. */
  #varied(way: Way, seed: number, changed: Partial<Assumed>): Job {
    return { way: way.code, seed, first, size: this.size, changed, solverSeconds: undefined }
  }

  #runOf(job: Job): Run {
    const found = this.#runs.get(nameOf(job))
    if (!found) throw new Error(`It was not played: ${nameOf(job)}`)
    return found
  }
}

function nameOf({ way, seed, changed, solverSeconds }: Job): string {
  return `${way} ${seed} ${JSON.stringify(changed)} ${solverSeconds ?? 'search'}`
}

export function atLoad(load: number): Partial<Assumed> {
  return load === 0.9 ? {} : { load }
}

export const asShare = (value: number) => `${Math.round(100 * value)} %`
