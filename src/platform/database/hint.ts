import type { Database } from './connect.ts'

/** The channel on which processes hint one another that the outbox has something new. */
export const hintChannel = 'wijkpoort_outbox'

const waiting = new WeakMap<Database, NodeJS.Timeout>()

/**
 * Tells all listening processes to look at the outbox. At most one NOTIFY per process per 20 ms: one in every transaction
 * cut throughput to a third (measured, see decision 0006). Only a hint: a listener that missed it catches up by itself.
 */
export function hintListeners(database: Database): void {
  if (waiting.has(database)) return
  const timer = setTimeout(() => {
    waiting.delete(database)
    database.pool.query(`notify ${hintChannel}`).catch(() => undefined)
  }, 20)
  timer.unref()
  waiting.set(database, timer)
}
