import { type Deadline, dueAt } from '#kernel/deadline.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { Opening } from '#kernel/working-time.ts'

/**
 * How a region has agreed to work: one value, so that no code asks which region it is in. A preset fills in a whole value.
 */
export type WayOfWorking = {
  preset: 'coordinating-teams'
  /** Holds whatever no route leads to, and whatever its team left lying. */
  fallbackDeskId: string
  /** Office hours, for deadlines in working hours. */
  opening: Opening
  /** From sending to somebody having taken it, per urgency. */
  deadlines: Record<Priority, Deadline>
  /** From the day care should start to the taker having confirmed that it did. */
  confirmStart: Deadline
  /** What a holder gets when a request moves up because its act-by passed. */
  escalation: Deadline
  /** Days after the start of care before a request is closed by itself. */
  closeAfterDays: number
}

/** After Samen in de Wijkzorg: daily meetings of coordinating teams; urgent requests run on the clock, the others in office hours. */
export function coordinatingTeams(fallbackDeskId: string): WayOfWorking {
  return {
    preset: 'coordinating-teams',
    fallbackDeskId,
    opening: { days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' },
    deadlines: {
      today: { kind: 'clock', hours: 4 },
      'within-24-hours': { kind: 'clock', hours: 24 },
      'within-48-hours': { kind: 'clock', hours: 48 },
      'this-week': { kind: 'working', hours: 27 },
      planned: { kind: 'working', hours: 45 },
    },
    confirmStart: { kind: 'working', hours: 9 },
    escalation: { kind: 'working', hours: 9 },
    closeAfterDays: 14,
  }
}

/** By when somebody has to have taken a request of this urgency. */
export function actByFor(way: WayOfWorking, priority: Priority, from: Date): Date {
  return dueAt(from, way.deadlines[priority], way.opening)
}

/** By when the next holder has to act on a request that moved up. */
export function actByAfterEscalation(way: WayOfWorking, from: Date): Date {
  return dueAt(from, way.escalation, way.opening)
}

/** By when the taker has to confirm that care began: counted from the start of care, or from now when that has passed. */
export function confirmStartBy(way: WayOfWorking, startOfCare: Date, now: Date): Date {
  return dueAt(startOfCare > now ? startOfCare : now, way.confirmStart, way.opening)
}
