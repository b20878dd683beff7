import { record } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Cell } from './rules/cell.ts'

/** Every board of the region hears of every team; what it shows is asked again as its own viewer. */
export const lightsTopic = (regionId: string) => `lights:${regionId}`
export const teamLightsTopic = (teamId: string) => `lights-of:${teamId}`

/** Tells once per team that its lights changed, and of which days. */
export async function tellOfLights(
  tx: Tx,
  organizationId: string,
  cells: readonly Pick<Cell, 'teamId' | 'on'>[],
): Promise<void> {
  const days = new Map<string, Set<string>>()
  for (const { teamId, on } of cells) days.set(teamId, (days.get(teamId) ?? new Set()).add(on))
  for (const [teamId, on] of days) {
    await record(tx, {
      kind: 'light-changed',
      topics: [lightsTopic(tx.scope.actor.regionId), teamLightsTopic(teamId)],
      subjectId: teamId,
      payload: { organizationId, days: [...on].sort() },
    })
  }
}
