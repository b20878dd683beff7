import type { RegionFacts } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'

export type Desk = { name: string; phone: string; phoneHours: string }

/** The region's fallback desk: who one can always call. */
export async function findDesk(scope: Scope, region: RegionFacts): Promise<Desk | undefined> {
  const { desks } = await read(scope, {
    desks: build
      .selectFrom('organizations.coordinating_team')
      .select(['name', 'phone', 'phone_hours as phoneHours'])
      .where('id', '=', region.wayOfWorking.fallbackDeskId),
  })
  return desks[0]
}
