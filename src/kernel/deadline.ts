import type { LocalDate } from './dates.ts'
import { addClockHours, addWorkingHours, type Opening } from './working-time.ts'

/** A term as a region sets it: in hours that really pass, or in hours in which someone is there. */
export type Deadline = { kind: 'clock' | 'working'; hours: number }

/**
 * The moment a term ends that begins at a moment.
 *
 * @param opening when someone is there; only a term in working hours looks at it
 * @param isClosed the days off; the Dutch public holidays unless the region says otherwise
 */
export function dueAt(from: Date, deadline: Deadline, opening: Opening, isClosed?: (date: LocalDate) => boolean): Date {
  if (deadline.kind === 'clock') return addClockHours(from, deadline.hours)
  return addWorkingHours(from, deadline.hours, opening, isClosed)
}
