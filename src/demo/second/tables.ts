import type { Row } from '../copy.ts'
import type { PracticeRegion, TableRows } from '../region/practice-region.ts'
import { reasonRows } from '../region/reasons.ts'
import { municipalityRows, postcodeRows, regionRow, routeRow, serviceAreaRows, teamRow } from '../region/rows.ts'
import type { Drawn } from './draw.ts'
import { contracts, office, providers } from './organizations.ts'
import { postcodes } from './places.ts'

/** The second region as rows, in the order in which they can be written. */
export function tablesOf(
  { wayOfWorking }: PracticeRegion,
  { regionId, createdAt, ...drawn }: Drawn,
  named: { slug: string; name: string },
): TableRows[] {
  const { organizations, careTeams, municipalityIds } = drawn
  const region = { ...named, id: regionId, colour: 'blue', wayOfWorking, createdAt }
  return [
    { table: 'regions.region', rows: [regionRow(region)] },
    { table: 'regions.municipality', rows: municipalityRows(regionId, municipalityIds) },
    { table: 'regions.postcode_area', rows: postcodeRows(regionId, postcodes, municipalityIds) },
    { table: 'regions.reason', rows: reasonRows(regionId) },
    {
      table: 'organizations.organization',
      rows: organizations.map((one) => organizationRow(regionId, one, createdAt)),
    },
    { table: 'organizations.team', rows: careTeams.map((team) => teamRow(regionId, team, createdAt)) },
    { table: 'organizations.service_area', rows: serviceAreaRows(careTeams) },
    {
      table: 'organizations.coordinating_team',
      rows: drawn.teams.map((team, place) => ({
        ...coordinatingTeamRow(regionId, team, createdAt),
        phone: `+3179000000${place}`,
      })),
    },
    { table: 'coordination.route', rows: drawn.routes.map((route) => routeRow(regionId, route)) },
    ...drawn.staff,
  ]
}

function organizationRow(regionId: string, organization: Drawn['organizations'][number], updatedAt: Date): Row {
  const { id, slug, name, kind, phone, email, description } = organization
  const gives = kind === 'provider'
  return {
    id,
    region_id: regionId,
    slug,
    name,
    kind,
    phone,
    email,
    description,
    care_kinds: gives ? (providers[0]?.careKinds ?? []) : [],
    languages: gives ? ['nl', 'en'] : [],
    insurers: gives ? contracts : [],
    updated_at: updatedAt,
  }
}

function coordinatingTeamRow(
  regionId: string,
  { id, slug, name, kind, email }: Drawn['teams'][number],
  updatedAt: Date,
): Row {
  const asDesk = { phone_hours: 'elke dag, 8.00 tot 22.00 uur', description: office.description }
  const asTeam = {
    phone_hours: 'maandag tot en met vrijdag, 8.00 tot 17.00 uur',
    description: 'Wijkverpleegkundigen van alle organisaties in deze wijk.',
  }
  const words = kind === 'desk' ? asDesk : asTeam
  return { id, region_id: regionId, slug, name, kind, email, ...words, updated_at: updatedAt }
}
