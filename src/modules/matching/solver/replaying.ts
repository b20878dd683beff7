import { compareOwnMonths, nothingPlayed, type SoFar } from '../rules/replay/own-months.ts'
import type { Replay } from '../rules/replay/simulate.ts'
import { type AskTerms, askingWith } from '../rules/replay/ways.ts'
import type { Solve } from './highs.ts'
import { provenBy } from './proving.ts'

/** A region's own months, as much of them as was played. */
export type Replayed = SoFar & {
  /** What cut it short; undefined when it ran to its end. */
  cut: 'stopped' | 'time-limit' | undefined
  /** Lists whose division was not proven when their time was up: on another machine these may come out otherwise. */
  unproven: number
}

/** What a thread is asked to live through again. */
export type Months = { replay: Replay; atOnce: AskTerms }

/** A list of one day takes milliseconds; this only keeps one from taking the time of all. */
const secondsPerList = 5

/** In the thread: both ways, divided with the solver, until it is done, somebody stops it or its time is up. */
export function replayMonths(
  { replay, atOnce }: Months,
  solve: Solve,
  { seconds, stopped, onProgress }: { seconds: number; stopped: () => boolean; onProgress: (so: SoFar) => void },
): Replayed {
  const until = performance.now() + seconds * 1000
  const isOver = () => stopped() || performance.now() > until
  const { divide, proofs } = provenBy(solve, { seconds: secondsPerList, stopped: isOver })
  let so = nothingPlayed
  for (const next of compareOwnMonths(replay, askingWith(atOnce), divide)) {
    // A run in which a list was divided in a hurry does not count, also when it was the last.
    if (isOver()) return { ...so, cut: stopped() ? 'stopped' : 'time-limit', unproven: proofs.unproven }
    if (next.done > so.done) onProgress(next)
    so = next
  }
  return { ...so, cut: undefined, unproven: proofs.unproven }
}
