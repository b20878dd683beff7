import { addDays, daysBetween, instantOf } from '#kernel/dates.ts'
import { assumedWith } from './assumptions.ts'
import { difference, type Estimate, estimate } from './compare.ts'
import { type Figures, figuresOf, isMeasured, type Span } from './figures.ts'
import { type Divide, type Replay, simulate } from './simulate.ts'
import { type Way, wayOf } from './ways.ts'

/** Days of a region's own past that are lived again at most; the last of them have no end yet. */
export const mostDays = 180
const unendedDays = 7
/**
 * Days that only fill the teams. After 30 they were so empty still that 81 % was placed within 24 hours, after 90 it was 77 % (measured
 * 2026-11-23 on the practice region); a shorter past fills them for half of its days.
 */
const fillingDays = 90
/** Of fewer days nothing can be said. */
const fewestMeasuredDays = 14

/** Few, because somebody waits for the page; the intervals say what that means. */
const seeds = [1, 2, 3, 4]

/** A meeting alone, and asking at once with a meeting for the rest. */
export type Compared = {
  /** Of so many days. */
  days: number
  requests: number
  /** Each of both was played so many times. */
  played: number
  ways: { name: Way['code']; figures: Record<keyof Figures, Estimate> }[]
  /** What asking at once changes against the same meeting without it; undefined is no difference. */
  gain: Record<keyof Figures, Estimate | undefined>
}

/** So many of all runs are done; what they say, as soon as both were played twice. */
export type SoFar = { done: number; of: number; compared: Compared | undefined }
export const nothingPlayed: SoFar = { done: 0, of: 0, compared: undefined }

/** The days that are measured, and when it ends. */
function spanOf({ first, days }: Replay): Span {
  const today = addDays(first, days - 1)
  return {
    from: addDays(first, Math.min(fillingDays, Math.floor(days / 2))),
    to: addDays(today, -unendedDays),
    end: instantOf(today, '00:00').getTime(),
  }
}

/** Whether a past is long enough to say anything. */
export function canMeasure(replay: Replay): boolean {
  const span = spanOf(replay)
  return (
    daysBetween(span.from, span.to) >= fewestMeasuredDays &&
    replay.requests.some(({ sentAt }) => isMeasured(sentAt, span))
  )
}

/**
 * A region's own requests lived through again, seed by seed under both ways, so that whoever stops halfway has whole pairs. It yields
 * after every few moments; the last of them holds everything.
 */
export function* compareOwnMonths(replay: Replay, atOnce: Way, divide: Divide): Generator<SoFar, void> {
  const both = [wayOf('proposal'), atOnce] as const
  const span = spanOf(replay)
  const assumed = assumedWith()
  const of = both.length * seeds.length
  const pairs: [Figures, Figures][] = []
  let done = 0
  const soFar = (): SoFar => ({
    done,
    of,
    compared: pairs.length < 2 ? undefined : { days: daysBetween(span.from, span.to), ...comparedOf(pairs, both) },
  })
  for (const seed of seeds) {
    const pair: Figures[] = []
    for (const way of both) {
      const run = simulate(replay, way, seed, assumed, divide)
      const now = soFar()
      let step = run.next()
      for (; !step.done; step = run.next()) yield now
      pair.push(figuresOf(step.value, replay.teams, span, assumed.mostNights))
      done += 1
    }
    const [before, after] = pair
    if (before && after) pairs.push([before, after])
  }
  yield soFar()
}

function comparedOf(
  pairs: readonly (readonly [Figures, Figures])[],
  both: readonly [Way, Way],
): Omit<Compared, 'days'> {
  const keys = Object.keys(pairs[0]?.[0] ?? {}) as (keyof Figures)[]
  const each = <Value>(of: (key: keyof Figures) => Value) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<keyof Figures, Value>
  const values = (nth: 0 | 1, key: keyof Figures) => pairs.map((pair) => pair[nth][key])
  return {
    requests: pairs[0]?.[0].requests ?? 0,
    played: pairs.length,
    ways: ([0, 1] as const).map((nth) => ({
      name: both[nth].code,
      figures: each((key) => estimate(values(nth, key))),
    })),
    gain: each((key) => {
      const found = difference(values(1, key), values(0, key))
      return found.differs ? found : undefined
    }),
  }
}
