import { sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { isWanted } from './inquiry-store.ts'

/** An organisation that can be asked; `serves` when a team of it works in the postcode, `wished` when the client asked for it. */
export type Party = { id: string; name: string; serves: boolean; wished: boolean }

/** All that give care in the region: first who was wished for, then who serves the postcode. Who is not wanted is not among them. */
export async function listParties(scope: Scope, requestId: string): Promise<Party[]> {
  const { parties } = await read(scope, {
    parties: build
      .selectFrom('organizations.organization as o')
      .innerJoin('requests.care_request as r', (join) => join.on('r.id', '=', requestId))
      .select([
        'o.id',
        'o.name',
        sql<boolean>`exists (select from organizations.team t join organizations.service_area a on a.team_id = t.id
          where t.organization_id = o.id and t.active and a.pc4 = r.pc4)`.as('serves'),
        sql<boolean>`coalesce(o.id in (r.preferred_organization_id, r.existing_organization_id), false)`.as('wished'),
      ])
      .where('o.region_id', '=', scope.actor.regionId)
      .where('o.kind', '=', 'provider')
      .where('o.active', '=', true)
      .where(isWanted(requestId, 'o.id'))
      .orderBy('wished', 'desc')
      .orderBy('serves', 'desc')
      .orderBy('o.name'),
  })
  return parties
}
