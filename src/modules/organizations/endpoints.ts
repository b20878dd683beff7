import type { Compilable } from 'kysely'
import { build } from '#platform/database/single-client-driver.ts'

/** Where a system of an organisation is reached, and for which messages. */
export type Endpoint = {
  id: string
  organizationId: string
  organization: string
  name: string
  connectionType: string
  payloadTypes: string[]
  address: string
  active: boolean
  version: number
}

/** Goes along with the query of a page: of one organisation, or all; those in use first. */
export function endpointsQuery(of: { organizationId?: string } = {}): Compilable<Endpoint> {
  return build
    .selectFrom('organizations.endpoint as e')
    .innerJoin('organizations.organization as o', 'o.id', 'e.organization_id')
    .select([
      'e.id',
      'e.organization_id as organizationId',
      'o.name as organization',
      'e.name',
      'e.connection_type as connectionType',
      'e.payload_types as payloadTypes',
      'e.address',
      'e.active',
      'e.version',
    ])
    .$if(of.organizationId !== undefined, (query) => query.where('e.organization_id', '=', of.organizationId ?? ''))
    .orderBy('o.name')
    .orderBy('e.active', 'desc')
    .orderBy('e.name')
    .orderBy('e.id')
}
