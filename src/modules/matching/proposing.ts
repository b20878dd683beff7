import { newId } from '#kernel/ids.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { type Question, questionOf } from './dividing.ts'
import { canDivide } from './policy.ts'
import type { Wishes } from './rules/wishes.ts'
import type { Divided } from './solver/divide.ts'
import type { SolverPool } from './solver/pool.ts'
import { keepUnmetNeed } from './unmet-need.ts'

/** As long as people in a meeting wait for an answer; the best so far is the answer then. */
export const mostSeconds = 20
/** Everyday lists are done before this: then nobody sees a page that says to wait. */
const patience = 2_000
/** How often the row tells how far it is, and hears that somebody wants it to stop. */
const telling = 1_000
/** Of a process that is gone nothing comes any more: by then somebody may ask again. */
export const longestMilliseconds = (mostSeconds + 40) * 1000
const keptDays = 28

/** The proposals that this process works on, at most one per team: a newer one takes the place of the older. */
export class Proposer {
  readonly #pool: SolverPool
  readonly #running = new Map<string, AbortController>()

  readonly #report: (fault: unknown) => void

  /** @param report hears of a fault: the page only says that it did not work */
  constructor(pool: SolverPool, report: (fault: unknown) => void) {
    this.#pool = pool
    this.#report = report
  }

  /** Asks for a new proposal; comes back when it is there, or when it takes longer than people like to wait. */
  async ask(scope: Scope, teamId: string, wish: (earlier: Wishes) => Wishes): Promise<void> {
    const question = await questionOf(scope, teamId, wish)
    if (isAnswered(question)) return
    const id = newId()
    await start(scope, teamId, id, question)
    this.#running.get(teamId)?.abort()
    const stop = new AbortController()
    this.#running.set(teamId, stop)
    // What was allowed at the start may be finished, also when its session ends meanwhile.
    const working = this.#work({ ...scope, entry: undefined }, id, question, stop).finally(() => {
      if (this.#running.get(teamId) === stop) this.#running.delete(teamId)
    })
    let timer: NodeJS.Timeout | undefined
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience)
    })
    await Promise.race([working, waited])
    clearTimeout(timer)
  }

  /** The best so far is the answer. Another process hears it from the row. */
  async stop(scope: Scope, teamId: string): Promise<void> {
    if (!canDivide(scope.actor, teamId)) throw new NotFound()
    await inTransaction(scope, (tx) =>
      tx.db
        .updateTable('matching.proposal')
        .set({ stop_asked_at: scope.now() })
        .where('coordinating_team_id', '=', teamId)
        .where('state', '=', 'running')
        .execute(),
    )
    this.#running.get(teamId)?.abort()
  }

  async close(): Promise<void> {
    for (const stop of this.#running.values()) stop.abort()
    await this.#pool.close()
  }

  async #work(scope: Scope, id: string, { texts }: Question, stop: AbortController): Promise<void> {
    let told = 0
    const tell = (so: { cost: number; bound: number }) => {
      if (performance.now() - told < telling) return
      told = performance.now()
      // A row that cannot be reached now is no reason to stop: the end tries again.
      progress(scope, id, so).then(
        (asked) => asked && stop.abort(),
        () => undefined,
      )
    }
    try {
      const { divided, told: result } = await this.#pool.divideQuestion(texts, {
        seconds: mostSeconds,
        signal: stop.signal,
        onProgress: tell,
      })
      if (divided.fault !== undefined) this.#report(new Error(divided.fault))
      await finish(scope, id, divided, result)
    } catch (fault) {
      this.#report(fault)
      await fail(scope, id)
    }
  }
}

/** The same question has the same answer, unless that one was cut short. */
function isAnswered({ earlier, hash, wishes }: Question): boolean {
  if (!earlier?.proven || earlier.inputHash !== hash) return false
  return JSON.stringify(earlier.wishes) === JSON.stringify(wishes)
}

function start(scope: Scope, teamId: string, id: string, question: Question) {
  const { actor } = scope
  if (actor.kind !== 'user') throw new NotFound()
  const now = scope.now()
  return inTransaction(scope, async ({ db }) => {
    await db
      .deleteFrom('matching.proposal')
      .where('coordinating_team_id', '=', teamId)
      .where('asked_at', '<', new Date(now.getTime() - keptDays * 86_400_000))
      .execute()
    await db
      .insertInto('matching.proposal')
      .values({
        id,
        region_id: actor.regionId,
        coordinating_team_id: teamId,
        asked_by: actor.userId,
        asked_by_name: actor.name,
        asked_at: now,
        input_hash: question.hash,
        wishes: JSON.stringify(question.wishes),
        state: 'running',
        requests: question.requests,
        left_out: question.leftOut,
      })
      .execute()
  })
}

/** Tells how far it is; answers whether somebody wants it to stop. */
async function progress(scope: Scope, id: string, so: { cost: number; bound: number }): Promise<boolean> {
  const row = await inTransaction(scope, ({ db }) =>
    db
      .updateTable('matching.proposal')
      .set(so)
      .where('id', '=', id)
      .where('state', '=', 'running')
      .returning('stop_asked_at')
      .executeTakeFirst(),
  )
  return Boolean(row?.stop_asked_at)
}

/** @param result as text: this thread does not take it apart */
function finish(scope: Scope, id: string, { quality: { cost, bound } }: Divided, result: string) {
  return inTransaction(scope, async (tx) => {
    await tx.db
      .updateTable('matching.proposal')
      .set({ state: 'ready', cost, bound, finished_at: scope.now(), result })
      .where('id', '=', id)
      .execute()
    await keepUnmetNeed(tx, id)
  })
}

/** Said on the page; nobody waits for what does not come. */
async function fail(scope: Scope, id: string): Promise<void> {
  await inTransaction(scope, ({ db }) =>
    db
      .updateTable('matching.proposal')
      .set({ state: 'failed', finished_at: scope.now() })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute(),
  ).catch(() => undefined)
}
