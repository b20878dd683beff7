import { type Compilable, CompiledQuery, sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import type { ClientAreaRow } from '../knowing.ts'

/**
 * Counts per organisation and postcode who gets care now or soon will; of a divided request each organisation that gives a part of it.
 * Row-level security keeps it to the region of who acts; whoever fills a database as its owner counts all regions at once.
 */
export const countClients = [
  'delete from matching.client_area',
  `insert into matching.client_area (organization_id, pc4, region_id, clients)
   select giver.organization_id, r.pc4, r.region_id, count(*)
   from requests.care_request r cross join lateral (
     select r.taker_organization_id as organization_id where r.split_by is null
     union
     select p.taker_organization_id from requests.part p
     where r.split_by is not null and p.request_id = r.id and p.ended_at is null
   ) giver
   where r.state in ('assigned', 'started') and giver.organization_id is not null
   group by 1, 2, 3 having count(*) >= 3`,
] as const

/** Once a night: what is taken in the morning does not move the lists of that day. */
export function countClientAreas(scope: Scope): Promise<void> {
  return inTransaction(scope, async ({ db }) => {
    for (const statement of countClients) await db.executeQuery(CompiledQuery.raw(statement))
  })
}

/** Where organisations have clients now, as far as the region's table knows the postcode. */
export function clientAreasQuery(): Compilable<ClientAreaRow> {
  const query = sql<ClientAreaRow>`
    select c.organization_id as "organizationId", c.pc4, c.clients, p.latitude, p.longitude
    from matching.client_area c join regions.postcode_area p on p.pc4 = c.pc4 and p.region_id = c.region_id
    where p.latitude is not null and p.longitude is not null order by c.organization_id, c.pc4`
  return { compile: () => query.compile(build) }
}
