import { setTimeout as wait } from 'node:timers/promises'
import type { Scope } from '#platform/database/scope.ts'
import { nothingPlayed } from '../rules/replay/own-months.ts'
import type { SolverPool } from '../solver/pool.ts'
import { pastMonths } from './past.ts'
import { type Ending, tellOwnReplay } from './store.ts'

/** Longer than a year of a large region takes; what was played by then is the answer. */
const mostSeconds = 180
/** How often the row gets a sign of life and tells how far it is, and hears that somebody wants it to stop. */
const telling = 1_000

/** Plays the months of this region, and tells the row so until it is done. */
export async function makeOwnMonths(
  scope: Scope,
  id: string,
  pool: SolverPool,
  stop: AbortController,
): Promise<Ending> {
  let so = nothingPlayed
  const tell = () =>
    tellOwnReplay(scope, id, so).then(
      (goesOn) => goesOn || stop.abort(),
      // A row that cannot be reached now is no reason to stop: the end tries again.
      () => undefined,
    )
  const over = new AbortController()
  const told = keepTelling(tell, over.signal)
  try {
    const past = await pastMonths(scope)
    if (!past) return { state: 'no-past' }
    const { requests, ofAll, ...months } = past
    // It may have been asked to stop while the months were read.
    await tell()
    const onProgress = (now: typeof so) => {
      so = now
    }
    const replayed = await pool.replay(months, { seconds: mostSeconds, signal: stop.signal, onProgress })
    return { state: 'ready', result: { ...replayed, requests, ofAll } }
  } finally {
    over.abort()
    await told
  }
}

async function keepTelling(tell: () => Promise<unknown>, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await wait(telling, undefined, { signal: over, ref: false }).catch(() => undefined)
    if (!over.aborted) await tell()
  }
}
