import { type Compilable, sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'

/** One change of what an organisation tells of itself, as the database remembers it. */
export type FactChange = {
  id: string
  at: Date
  objectType: 'organization' | 'team' | 'coordinating-team' | 'contact-person' | 'location' | 'endpoint'
  name: string
  action: 'C' | 'U' | 'D'
  fields: string[]
  /** Nothing when the product itself did it. */
  by: string | null
  byOrganization: string | null
}

export const changesPerPage = 30

/** A page of changes, the newest first; who changed it is named to colleagues, of others the organisation. */
export async function listFactChanges(
  scope: Scope,
  organizationId: string,
  before: string | undefined,
): Promise<{ changes: FactChange[]; more: boolean }> {
  const { changes } = await read(scope, { changes: changesQuery(organizationId, before) })
  return { changes: changes.slice(0, changesPerPage), more: changes.length > changesPerPage }
}

function changesQuery(organizationId: string, before: string | undefined): Compilable<FactChange> {
  const query = sql<FactChange>`
    select c.id::text as id, c.at, c.object_type as "objectType", c.action, c.fields, p.name as by, o.name as "byOrganization",
      coalesce(c.what ->> 'name', c.what ->> 'first_name', earlier.what ->> 'name', earlier.what ->> 'first_name', '') as name
    from organizations.change c
    left join organizations.change earlier
      on c.what is null and earlier.object_type = c.object_type and earlier.object_id = c.object_id and earlier.version = c.version - 1
    left join people.user_account u on u.id = c.by_user
    left join people.practitioner p on p.id = u.practitioner_id
    left join organizations.organization o on o.id = c.by_organization
    where c.organization_id = ${organizationId} and ${before === undefined ? sql`true` : sql`c.id < ${before}::bigint`}
    order by c.id desc limit ${changesPerPage + 1}`
  return { compile: () => query.compile(build) }
}
