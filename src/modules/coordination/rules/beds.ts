import type { LocalDate } from '#kernel/dates.ts'
import { bestLight, type Light, lightOrder } from '#kernel/lights.ts'

/** The reason of a region's list that means a bed for a while. */
export const toBed = 'short-stay'

/** Beds are an agreement of the region: without it nobody is sent to one from here. */
export function openReasons<Reason extends { code: string }>(reasons: readonly Reason[], beds: boolean): Reason[] {
  return reasons.filter(({ code }) => beds || code !== toBed)
}

/** What a team said of its room: of one kind of care, or of all it gives (''). */
export type Said = { teamId: string; on: LocalDate; careKind: string; light: Light }

/** Whether a house has a bed today: what it says of temporary stay goes before what it says of everything. */
export function roomOf(teamId: string, said: readonly Said[]): Light {
  const own = said.filter((one) => one.teamId === teamId)
  const ofBeds = own.filter(({ careKind }) => careKind === toBed)
  return bestLight(
    (ofBeds.length > 0 ? ofBeds : own.filter(({ careKind }) => careKind === '')).map(({ light }) => light),
  )
}

/** Who has room first; what nobody said anything of last. */
export function roomFirst<House extends { name: string; light: Light }>(houses: readonly House[]): House[] {
  return houses.toSorted((a, b) => lightOrder(a.light) - lightOrder(b.light) || (a.name < b.name ? -1 : 1))
}
