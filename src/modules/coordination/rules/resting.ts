import { type Deadline, dueAt } from '#kernel/deadline.ts'
import { type Opening, workingHoursBetween } from '#kernel/working-time.ts'

/** How a clock stood when it began to rest. */
export type Rest = { from: Date; actByBefore: Date }

/**
 * The moment that counts when the clock runs on: what was left of the term is left again, in the hours in which it counts.
 * A term that was over before is over still.
 */
export function runOn({ from, actByBefore }: Rest, kind: Deadline['kind'], opening: Opening, now: Date): Date {
  const left =
    kind === 'clock'
      ? (actByBefore.getTime() - from.getTime()) / 3_600_000
      : workingHoursBetween(from, actByBefore, opening)
  return left > 0 ? dueAt(now, { kind, hours: left }, opening) : now
}

/** The start of a clock, later by as long as it rested. */
export function startAfterRest(startedAt: Date, { from }: Pick<Rest, 'from'>, now: Date): Date {
  return new Date(startedAt.getTime() + Math.max(0, now.getTime() - from.getTime()))
}
