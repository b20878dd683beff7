import { sql } from 'kysely'
import { shortlistFrom, shortlistQuestions } from '#modules/matching/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { isWanted } from './inquiry-store.ts'

/** An organisation that can be asked; `serves` when a team of it works in the postcode, `wished` when the client asked for it. */
export type Party = {
  id: string
  name: string
  phone: string | null
  serves: boolean
  wished: boolean
  /** Where its best team stands in the advice; nothing when it has none that can, or no advice was asked. */
  advice?: { place: number; teamName: string }
}

/** All that give care in the region: first who was wished for, then who serves the postcode. Who is not wanted is not among them. */
export async function listParties(scope: Scope, requestId: string): Promise<Party[]> {
  const { parties } = await read(scope, { parties: selectParties(scope, requestId) })
  return parties
}

/** The same in the order of the advice of this moment, with the row of the log for it; who is not in it follows. In one round trip. */
export async function listAdvisedParties(scope: Scope, requestId: string): Promise<Party[]> {
  const { organizations, ...answers } = await read(scope, {
    organizations: selectParties(scope, requestId),
    ...shortlistQuestions(scope, requestId),
  })
  const candidates = shortlistFrom(scope, answers)?.candidates ?? []
  const placed = organizations.map((party): Party & { order: number } => {
    const order = candidates.findIndex(({ party: { organizationId } }) => organizationId === party.id)
    const best = candidates[order]
    if (!best) return { ...party, order: candidates.length }
    return { ...party, order, advice: { place: best.place, teamName: best.party.teamName } }
  })
  return placed.sort((one, other) => one.order - other.order).map(({ order: _order, ...party }) => party)
}

function selectParties(scope: Scope, requestId: string) {
  return build
    .selectFrom('organizations.organization as o')
    .innerJoin('requests.care_request as r', (join) => join.on('r.id', '=', requestId))
    .select([
      'o.id',
      'o.name',
      'o.phone',
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
    .orderBy('o.name')
}
