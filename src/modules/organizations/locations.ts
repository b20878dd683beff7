import type { Compilable } from 'kysely'
import { build } from '#platform/database/single-client-driver.ts'

/** An office or base of an organisation, or of one of its teams, that people may come to or write to. */
export type Location = {
  id: string
  organizationId: string
  teamId: string | null
  name: string
  /** Street with the house number. */
  street: string
  /** Six characters: '6811AB'. */
  postcode: string
  place: string
  phone: string | null
  openingHours: string
  latitude: number | null
  longitude: number | null
  active: boolean
  version: number
}

/** Goes along with the query of a page: of one organisation, or all; those in use first. */
export function locationsQuery(of: { organizationId?: string } = {}): Compilable<Location> {
  return build
    .selectFrom('organizations.location as l')
    .select([
      'l.id',
      'l.organization_id as organizationId',
      'l.team_id as teamId',
      'l.name',
      'l.street',
      'l.postcode',
      'l.place',
      'l.phone',
      'l.opening_hours as openingHours',
      'l.latitude',
      'l.longitude',
      'l.active',
      'l.version',
    ])
    .$if(of.organizationId !== undefined, (query) => query.where('l.organization_id', '=', of.organizationId ?? ''))
    .orderBy('l.active', 'desc')
    .orderBy('l.name')
    .orderBy('l.id')
}
