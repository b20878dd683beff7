import type { Row } from '../copy.ts'
import { routes } from './coordinating-teams.ts'
import type { Drawn } from './draw.ts'
import { otherHelpOf } from './other-help.ts'
import { postcodes } from './postcodes.ts'
import type { PracticeRegion, TableRows } from './practice-region.ts'
import { contractsOf, providers } from './providers.ts'
import { confirmedDaysAgo, type PublicFace } from './public-face.ts'
import { reasonRows } from './reasons.ts'
import { municipalityRows, postcodeRows, regionRow, routeRow, serviceAreaRows, teamRow } from './rows.ts'

/** The region as rows, in the order in which they can be written. */
export function tablesOf(
  { wayOfWorking }: PracticeRegion,
  { regionId, madeAt, ...drawn }: Drawn,
  { face, name, now }: { face: PublicFace; name: string; now: Date },
): TableRows[] {
  const { organizations, careTeams, municipalityIds } = drawn
  const region = { id: regionId, slug: 'oefenregio', name, colour: 'green', wayOfWorking, createdAt: madeAt }
  return [
    { table: 'regions.region', rows: [regionRow(region)] },
    { table: 'regions.municipality', rows: municipalityRows(regionId, municipalityIds) },
    { table: 'regions.postcode_area', rows: postcodeRows(regionId, postcodes, municipalityIds) },
    { table: 'directory.other_help', rows: otherHelpOf(regionId, municipalityIds, madeAt) },
    { table: 'regions.reason', rows: reasonRows(regionId) },
    {
      table: 'organizations.organization',
      rows: organizations.map((one, place) => organizationRow(regionId, one, { madeAt, now, place })),
    },
    {
      table: 'organizations.team',
      rows: careTeams.map((team, nth) => ({ ...teamRow(regionId, team, madeAt), carer_genders: carerGendersOf(nth) })),
    },
    { table: 'organizations.service_area', rows: serviceAreaRows(careTeams) },
    {
      table: 'organizations.coordinating_team',
      rows: drawn.teams.map((team) => coordinatingTeamRow(regionId, team, madeAt)),
    },
    { table: 'organizations.contact_person', rows: face.contacts },
    { table: 'organizations.contact_photo', rows: face.photos },
    { table: 'organizations.location', rows: face.locations },
    { table: 'organizations.endpoint', rows: face.endpoints },
    {
      table: 'coordination.route',
      rows: drawn.routes.map((route, place) => ({
        ...routeRow(regionId, route),
        care_kinds: route.careKinds,
        remark: routes[place]?.remark ?? '',
      })),
    },
    ...drawn.staff,
  ]
}

/** One in four did not tell; a small team has no man to send. */
function carerGendersOf(nth: number): readonly string[] {
  if (nth % 4 === 3) return []
  return nth % 2 === 0 ? ['female', 'male'] : ['female']
}

function coordinatingTeamRow(regionId: string, team: Drawn['teams'][number], updatedAt: Date): Row {
  return {
    id: team.id,
    region_id: regionId,
    slug: team.slug,
    name: team.name,
    kind: team.kind,
    expertise: team.expertise ?? null,
    phone: team.phone,
    phone_hours: team.phoneHours,
    email: team.email,
    description: team.description,
    updated_at: updatedAt,
  }
}

type Moments = { madeAt: Date; now: Date; place: number }

function organizationRow(
  regionId: string,
  organization: Drawn['organizations'][number],
  { madeAt, now, place }: Moments,
): Row {
  const provider = providers.find(({ slug }) => slug === organization.slug)
  const daysAgo = confirmedDaysAgo(organization.slug, place)
  return {
    id: organization.id,
    region_id: regionId,
    slug: organization.slug,
    name: organization.name,
    kind: organization.kind,
    phone: organization.phone,
    email: organization.email,
    website: `https://www.${organization.slug}.example.nl`,
    description: organization.description,
    care_kinds: provider?.careKinds ?? [],
    expertises: provider?.expertises ?? [],
    languages: provider ? ['nl', ...provider.languages] : [],
    faiths: provider?.faiths ?? [],
    insurers: provider ? contractsOf(provider) : [],
    quality_url: provider ? `https://www.${organization.slug}.example.nl/kwaliteit` : null,
    // Invented, as the organisation is.
    ura: `9999${String(1000 + place)}`,
    agb_code: provider ? `9999${String(5000 + place)}` : null,
    confirmed_at: daysAgo === null ? null : new Date(now.getTime() - daysAgo * 86_400_000),
    updated_at: madeAt,
  }
}
