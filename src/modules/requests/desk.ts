import type { Compilable } from 'kysely'
import { build } from '#platform/database/single-client-driver.ts'

/** Who can always be called: the region's fallback desk. Phone in E.164. */
export type Desk = { name: string; phone: string; phoneHours: string }

/** Goes along with the query of a page. */
export function deskQuery(deskId: string): Compilable<Desk> {
  return build
    .selectFrom('organizations.coordinating_team')
    .select(['name', 'phone', 'phone_hours as phoneHours'])
    .where('id', '=', deskId)
}
