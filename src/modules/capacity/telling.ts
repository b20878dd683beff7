import { sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import { record } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type Audience, reachOf, topicsOf } from './rules/audience.ts'

/**
 * Tells once per team that its lights changed, and of which days; of none in particular when its pattern changed. Only the
 * circles hear of it that may see the lights of this organisation at this moment.
 */
export async function tellOfLights(
  tx: Tx,
  organizationId: string,
  cells: readonly { teamId: string; on?: LocalDate }[],
): Promise<void> {
  if (cells.length === 0) return
  const days = new Map<string, Set<string>>()
  for (const { teamId, on } of cells) {
    const known = days.get(teamId) ?? new Set()
    days.set(teamId, on === undefined ? known : known.add(on))
  }
  const topics = topicsOf(organizationId, await getReach(tx, organizationId))
  for (const [teamId, on] of days)
    await record(tx, {
      kind: 'light-changed',
      topics,
      subjectId: teamId,
      payload: { organizationId, days: [...on].sort() },
    })
}

/** How far the lights of an organisation go now. */
export async function getReach(tx: Tx, organizationId: string): Promise<Audience> {
  const { rows } = await sql<{ region: Audience; own: Audience | null }>`
    select capacity.region_audience() as region,
      (select s.audience from capacity.organization_setting s where s.organization_id = ${organizationId}) as own`.execute(
    tx.db,
  )
  return reachOf(rows[0]?.region ?? 'team', rows[0]?.own)
}
