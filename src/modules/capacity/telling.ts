import type { LocalDate } from '#kernel/dates.ts'
import { record } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Every board of the region hears of every team; what it shows is asked again as its own viewer. */
export const lightsTopic = (regionId: string) => `lights:${regionId}`
export const teamLightsTopic = (teamId: string) => `lights-of:${teamId}`

/** Tells once per team that its lights changed, and of which days; of none in particular when its pattern changed. */
export async function tellOfLights(
  tx: Tx,
  organizationId: string,
  cells: readonly { teamId: string; on?: LocalDate }[],
): Promise<void> {
  const days = new Map<string, Set<string>>()
  for (const { teamId, on } of cells) {
    const known = days.get(teamId) ?? new Set()
    days.set(teamId, on === undefined ? known : known.add(on))
  }
  for (const [teamId, on] of days) {
    await record(tx, {
      kind: 'light-changed',
      topics: [lightsTopic(tx.scope.actor.regionId), teamLightsTopic(teamId)],
      subjectId: teamId,
      payload: { organizationId, days: [...on].sort() },
    })
  }
}
