import { addDays, type LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Light } from '#kernel/lights.ts'

/** How much care a request asks, as far as it says. */
export type Amount = { timesPerWeek?: number; hoursPerWeek?: number }

export type Cell = { on: LocalDate; daypart: Daypart }

/** Room of one team in one part of one day; what is not there sets no limit. */
export type Room = { minutes?: number; clients?: number }

/** Assumed for a request that says nothing of hours: half an hour a visit. */
const usualMinutes = 30

/**
 * How many new clients a light stands for, when neither minutes nor clients were told. Assumed: green is a round that takes four
 * more, amber and grey are one talk each.
 */
const untold: Record<Light, number> = { green: 4, amber: 1, unknown: 1, red: 0 }

/** What a light says of room: the figures that were told, and only without them an assumption. */
export function roomOf(light: Light, freeMinutes: number | null, newClients: number | null): Room {
  if (light === 'red') return { clients: 0 }
  if (freeMinutes === null && newClients === null) return { clients: untold[light] }
  return { minutes: freeMinutes ?? undefined, clients: newClients ?? undefined }
}

/** The visits of the first week: in which cells, and how long each, in minutes rounded up to five. */
export function visitsOf(
  startOn: LocalDate,
  dayparts: readonly Daypart[],
  { timesPerWeek, hoursPerWeek }: Amount,
): { cells: Cell[]; minutes: number } {
  const visits = timesPerWeek ?? 7 * dayparts.length
  const days = Math.min(7, Math.max(1, Math.ceil(visits / dayparts.length)))
  const minutes = hoursPerWeek === undefined ? usualMinutes : (hoursPerWeek * 60) / Math.max(1, visits)
  const cells: Cell[] = []
  for (let nth = 0; nth < days; nth += 1) {
    // Fewer than every day: spread over the week, the first on the day on which care should begin.
    const on = addDays(startOn, Math.floor((nth * 7) / days))
    for (const daypart of dayparts) cells.push({ on, daypart })
  }
  return { cells, minutes: Math.max(5, Math.ceil(minutes / 5) * 5) }
}

/** Whether there is room for one more client, for so many minutes. */
export function holds({ minutes, clients }: Room, needed: number): boolean {
  return (minutes === undefined || minutes >= needed) && (clients === undefined || clients >= 1)
}
