import type { CareKind } from '#kernel/care-kinds.ts'
import { addDays, instantOf, type LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'

/** What one light is about: a team, a day, a part of it, and perhaps one kind of care; '' is all care. */
export type Cell = { teamId: string; on: LocalDate; daypart: Daypart; careKind: CareKind | '' }

/** From when to when a daypart runs, on the clock in the Netherlands; the night ends on the next morning. */
export const daypartHours: Record<Daypart, { from: string; to: string }> = {
  morning: { from: '07:00', to: '12:00' },
  afternoon: { from: '12:00', to: '17:00' },
  evening: { from: '17:00', to: '23:00' },
  night: { from: '23:00', to: '07:00' },
}

/** The moment at which a cell is over. On the nights that the clock changes, the night is an hour shorter or longer. */
export function endOf({ on, daypart }: Pick<Cell, 'on' | 'daypart'>): Date {
  return instantOf(daypart === 'night' ? addDays(on, 1) : on, daypartHours[daypart].to)
}

export function isPast(cell: Pick<Cell, 'on' | 'daypart'>, now: Date): boolean {
  return endOf(cell) <= now
}

/** How far ahead a light can be set: nobody knows more. */
export const daysAhead = 60

/** One text per cell, to look it up by. */
export function cellKey({ teamId, on, daypart, careKind }: Cell): string {
  return `${teamId}|${on}|${daypart}|${careKind}`
}
