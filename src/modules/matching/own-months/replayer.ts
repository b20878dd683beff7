import { setTimeout as wait } from 'node:timers/promises'
import type { Scope } from '#platform/database/scope.ts'
import { permit } from '#platform/http/faults.ts'
import { canKeepWeights } from '../policy.ts'
import type { SolverPool } from '../solver/pool.ts'
import { makeOwnMonths } from './making.ts'
import {
  askToStopOwnReplay,
  beginOwnReplay,
  type Ending,
  endOwnReplay,
  findOwnReplay,
  letGoOfOwnReplay,
  type OwnReplay,
} from './store.ts'

/** As long as people wait for a page; the figures come meanwhile. */
const patience = 2_000
/** How often a page that waits looks whether another process is done. */
const lookingAgain = 250

/** What this process makes. */
type Making = { stop: AbortController; made: Promise<void> }

/**
 * A region's own months lived through again, once a day and for whoever asks after: in a thread of its own, so that neither a page nor a
 * meeting that wants a proposal waits for it. How far it is and what came of it stand in the database, the same for every process.
 */
export class Replayer {
  readonly #pool: SolverPool
  readonly #report: (fault: unknown) => void
  readonly #makings = new Map<string, Making>()
  #closed = false

  /** @param report hears of a fault: the page only says that it did not work */
  constructor(pool: SolverPool, report: (fault: unknown) => void) {
    this.#pool = pool
    this.#report = report
  }

  /** The first to look on a day has it made; comes back when it is there, or when it takes longer than people like to wait. */
  async look(scope: Scope): Promise<OwnReplay> {
    permit(canKeepWeights(scope.actor))
    const until = performance.now() + patience
    for (;;) {
      const found = await findOwnReplay(scope)
      if (!found) await this.#begin(scope, { again: false })
      else if (found.state !== 'running' || performance.now() > until) return found
      else {
        const making = this.#makings.get(found.id)
        if (found.stopAsked) making?.stop.abort()
        await Promise.race([making?.made ?? wait(lookingAgain), wait(lookingAgain, undefined, { ref: false })])
      }
    }
  }

  /** Once more: it was stopped, or more was sent since. */
  async again(scope: Scope): Promise<void> {
    permit(canKeepWeights(scope.actor))
    await this.#begin(scope, { again: true })
  }

  /** What was played until now is the answer; the process that makes it hears it from the row. */
  async stop(scope: Scope): Promise<void> {
    permit(canKeepWeights(scope.actor))
    await askToStopOwnReplay(scope)
  }

  /** What it makes is left to another process. */
  async close(): Promise<void> {
    this.#closed = true
    const makings = [...this.#makings.values()]
    for (const { stop } of makings) stop.abort()
    await this.#pool.close()
    await Promise.all(makings.map(({ made }) => made))
  }

  async #begin(scope: Scope, how: { again: boolean }): Promise<void> {
    const id = await beginOwnReplay(scope, how)
    if (id === undefined) return
    const stop = new AbortController()
    // What was allowed at the start may be finished, also when its session ends meanwhile.
    const made = this.#make({ ...scope, entry: undefined }, id, stop).catch(this.#report)
    this.#makings.set(id, { stop, made: made.finally(() => this.#makings.delete(id)) })
  }

  async #make(scope: Scope, id: string, stop: AbortController): Promise<void> {
    const ending = await makeOwnMonths(scope, id, this.#pool, stop).catch((fault): Ending => {
      this.#report(fault)
      return { state: 'failed' }
    })
    const cutByClosing = this.#closed && ending.state === 'ready' && ending.result.cut === 'stopped'
    await (cutByClosing ? letGoOfOwnReplay(scope, id) : endOwnReplay(scope, id, ending))
  }
}
