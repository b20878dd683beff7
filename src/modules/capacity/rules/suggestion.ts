import { isNotGreen, type Light } from '#kernel/lights.ts'

/** What a place of the week says: its light, and what was counted. */
type Room = { light: Light; freeMinutes: number | null; newClients: number | null }

/** One client who was taken on for this place, and how many minutes a day that asks; null when nobody said. */
export type Taken = { takenAt: Date; minutes: number | null }

/** What the place could say from now on, and because of how many new clients. */
export type Suggestion = Room & { clients: number }

const stepDown: Partial<Record<Light, Light>> = { green: 'amber', amber: 'red' }

/**
 * What a light could become now that clients were taken on after it was said. Where room was counted, there is less of it; when
 * it is used up, or was never counted, the light goes one step down. Red and grey are left alone: there is nothing to give away.
 */
export function suggestLight(said: Room & { setAt: Date }, taken: readonly Taken[]): Suggestion | undefined {
  const later = taken.filter(({ takenAt }) => takenAt > said.setAt)
  const next = stepDown[said.light]
  if (later.length === 0 || !next) return undefined
  const clients = later.length
  const newClients = less(said.newClients, clients)
  const freeMinutes = less(
    said.freeMinutes,
    later.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
  )
  const counted = newClients !== null || freeMinutes !== null
  if (counted && newClients !== 0 && freeMinutes !== 0) return { light: said.light, newClients, freeMinutes, clients }
  return { light: next, newClients: null, freeMinutes: null, clients }
}

/** Whether a suggestion wants a reason that the light did not have yet. */
export function wantsReason(said: Light, suggested: Light): boolean {
  return isNotGreen(suggested) && suggested !== said
}

/** So many days from its first, a new client is counted: longer ago than that, the team has told of its room again. */
export const suggestDays = 14

function less(counted: number | null, used: number): number | null {
  return counted === null ? null : Math.max(0, counted - used)
}
