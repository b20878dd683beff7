import { setTimeout as wait } from 'node:timers/promises'
import { localDateOf } from '#kernel/dates.ts'
import type { Scope } from '#platform/database/scope.ts'
import { permit } from '#platform/http/faults.ts'
import { canKeepWeights } from '../policy.ts'
import type { SolverPool } from '../solver/pool.ts'
import type { Replayed } from '../solver/replaying.ts'
import { pastMonths } from './past.ts'

/** Longer than a year of a large region takes; what was played by then is the answer. */
const mostSeconds = 180
/** As long as people wait for a page; the figures come meanwhile. */
const patience = 2_000

/** How far the figures of today are. `no-past`: there is nothing to live again. */
export type OwnMonths =
  | { state: 'running'; done: number; of: number }
  | { state: 'ready'; replayed: Replayed }
  | { state: 'no-past' }
  | { state: 'failed' }

type Making = { day: string; now: OwnMonths; stop: AbortController; made: Promise<void> }

/**
 * A region's own months lived through again, once a day and for whoever asks after: in a thread of its own, so that neither a page nor a
 * meeting that wants a proposal waits for it. What is made is figures and belongs to this process; another makes the same.
 */
export class Replayer {
  readonly #pool: SolverPool
  readonly #report: (fault: unknown) => void
  readonly #of = new Map<string, Making>()

  /** @param report hears of a fault: the page only says that it did not work */
  constructor(pool: SolverPool, report: (fault: unknown) => void) {
    this.#pool = pool
    this.#report = report
  }

  /** The first to look on a day has it made; comes back when it is there, or when it takes longer than people like to wait. */
  async look(scope: Scope): Promise<OwnMonths> {
    permit(canKeepWeights(scope.actor))
    const known = this.#of.get(scope.actor.regionId)
    const making = known?.day === localDateOf(scope.now()) ? known : this.#begin(scope)
    await Promise.race([making.made, wait(patience, undefined, { ref: false })])
    return making.now
  }

  /** Once more: it was stopped, or more was sent since. */
  async again(scope: Scope): Promise<void> {
    permit(canKeepWeights(scope.actor))
    if (this.#of.get(scope.actor.regionId)?.now.state !== 'running') this.#begin(scope)
  }

  /** What was played until now is the answer. */
  async stop(scope: Scope): Promise<void> {
    permit(canKeepWeights(scope.actor))
    const making = this.#of.get(scope.actor.regionId)
    making?.stop.abort()
    await making?.made
  }

  async close(): Promise<void> {
    for (const { stop } of this.#of.values()) stop.abort()
    await this.#pool.close()
  }

  #begin(scope: Scope): Making {
    const { regionId } = scope.actor
    this.#of.get(regionId)?.stop.abort()
    const stop = new AbortController()
    const making: Making = {
      day: localDateOf(scope.now()),
      now: { state: 'running', done: 0, of: 0 },
      stop,
      made: Promise.resolve(),
    }
    // What was allowed at the start may be finished, also when its session ends meanwhile.
    making.made = this.#make({ ...scope, entry: undefined }, making).then(
      (made) => {
        making.now = made
      },
      (fault) => {
        this.#report(fault)
        making.now = { state: 'failed' }
      },
    )
    this.#of.set(regionId, making)
    return making
  }

  async #make(scope: Scope, making: Making): Promise<OwnMonths> {
    const months = await pastMonths(scope)
    if (!months) return { state: 'no-past' }
    const replayed = await this.#pool.replay(months, {
      seconds: mostSeconds,
      signal: making.stop.signal,
      onProgress: ({ done, of }) => {
        making.now = { state: 'running', done, of }
      },
    })
    return { state: 'ready', replayed }
  }
}
