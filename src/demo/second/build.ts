import { fillIn } from '#modules/regions/index.ts'
import { Json, type Row } from '../copy.ts'
import type { OpenNow } from '../history/today.ts'
import type { Random } from '../random.ts'
import type { Person, PracticeRegion, TableRows } from '../region/build.ts'
import { insurers } from '../region/providers.ts'
import { reasonRows } from '../region/reasons.ts'
import { people as employed, office, providers, referrers } from './organizations.ts'
import { areaTeams, postcodes } from './places.ts'

export const secondSlug = 'zoetermeer'
export const secondName = 'Oefenregio Zoetermeer'
/** How many requests the second practice region has lived through. */
export const secondSize = 150

/** What lies with its transfer point now. */
export const openInSecond: readonly OpenNow[] = [
  { team: 'transferpunt', shape: 'new', source: 'hospital' },
  { team: 'transferpunt', shape: 'new', source: 'hospital' },
  { team: 'transferpunt', shape: 'new', source: 'gp' },
  { team: 'transferpunt', shape: 'supplemented', source: 'hospital' },
]

/**
 * The second practice region: small, with another way of working and other postcodes, in the same database. What one does in
 * it cannot be seen in the first.
 */
export function buildSecondRegion(random: Random, madeAt: Date): { region: PracticeRegion; tables: TableRows[] } {
  const id = () => random.id(madeAt)
  // Later than the first, whose door is the installation's own.
  const createdAt = new Date(madeAt.getTime() + 86_400_000)
  const regionId = id()
  const desk = {
    id: id(),
    slug: 'transferpunt',
    name: 'Transferpunt',
    kind: 'desk' as const,
    email: mailOf('transferpunt'),
  }
  const areas = areaTeams.map((team) => ({ ...team, id: id(), kind: 'area' as const, email: mailOf(team.slug) }))
  const teams = [desk, ...areas]
  const organizations = [...providers.map((one) => ({ ...one, kind: 'provider' })), ...referrers, office].map(
    (organization, place) => ({
      ...organization,
      id: id(),
      phone: `+31790000${String(100 + place)}`,
      email: `contact@${organization.slug}.example.nl`,
      people: [] as Person[],
    }),
  )
  const organizationOf = (slug: string) => find(organizations, slug)
  const municipalities = [...new Set(postcodes.map(({ municipality }) => municipality))].map((name) => ({
    id: id(),
    name,
  }))
  const rows = { practitioners: [] as Row[], roles: [] as Row[], accounts: [] as Row[], members: [] as Row[] }
  for (const [place, person] of employed.entries()) {
    const [practitionerId, roleId, userId] = [id(), id(), id()]
    const organization = organizationOf(person.organization)
    const teamIds = person.coordinatingTeams.map((slug) => find(teams, slug).id)
    const email = `${person.slug}@${organization.slug}.example.nl`
    const own = { region_id: regionId, practitioner_id: practitionerId }
    rows.practitioners.push({
      id: practitionerId,
      region_id: regionId,
      name: person.name,
      phone: `+3160001${1000 + place}`,
      // One after the other: the page where one chooses a person keeps this order.
      created_at: new Date(createdAt.getTime() + place * 1000),
    })
    rows.roles.push({
      ...own,
      id: roleId,
      organization_id: organization.id,
      role: person.role,
      job_title: person.jobTitle,
    })
    rows.accounts.push({ ...own, id: userId, email, practice_hint: person.hint, created_at: createdAt })
    for (const team of teamIds) {
      const contact = person.contact ?? false
      rows.members.push({ coordinating_team_id: team, practitioner_role_id: roleId, contact })
    }
    const { name, role } = person
    organization.people.push({ userId, name, email, role, organizationId: organization.id, teamIds })
  }
  const pc4sOf = (slugs: readonly string[]) => slugs.flatMap((slug) => find(areaTeams, slug).pc4s)
  const careTeams = providers.flatMap((provider) =>
    provider.teams.map(({ name, areas: served }) => ({ id: id(), name, provider, pc4s: pc4sOf(served) })),
  )
  const routes = areas.map((team) => ({
    id: id(),
    priority: 100,
    coordinatingTeamId: team.id,
    pc4s: team.pc4s,
    careKinds: null,
    sources: null,
  }))
  const contracts = insurers.map(([code]) => code)
  const wayOfWorking = fillIn('transfer-point', desk.id)
  const region: PracticeRegion = {
    id: regionId,
    wayOfWorking,
    deskId: desk.id,
    postcodes,
    teams,
    careTeams: careTeams.map(({ id: teamId, name, provider }) => {
      const organization = organizationOf(provider.slug)
      return { id: teamId, name, organizationId: organization.id, atNight: false, nurse: nurseOf(organization.people) }
    }),
    // All requests come in at the transfer point; the lines to the teams are there for another way of working.
    routes: [],
    providers: providers.map((provider) => ({
      ...organizationOf(provider.slug),
      ...provider,
      pc4s: new Set(provider.teams.flatMap((team) => pc4sOf(team.areas))),
      insurers: contracts,
    })),
    referrers: referrers.map((referrer) => ({ ...organizationOf(referrer.slug), ...referrer, pc4s: undefined })),
    people: organizations.flatMap(({ people }) => people),
  }
  const tables: TableRows[] = [
    {
      table: 'regions.region',
      rows: [
        {
          id: regionId,
          slug: secondSlug,
          name: secondName,
          colour: 'blue',
          way_of_working: new Json(wayOfWorking),
          created_at: createdAt,
        },
      ],
    },
    { table: 'regions.municipality', rows: municipalities.map((one) => ({ ...one, region_id: regionId })) },
    {
      table: 'regions.postcode_area',
      rows: postcodes.map(({ pc4, place, municipality, latitude, longitude }) => ({
        region_id: regionId,
        pc4,
        place,
        municipality_id: municipalities.find(({ name }) => name === municipality)?.id ?? '',
        latitude,
        longitude,
      })),
    },
    { table: 'regions.reason', rows: reasonRows(regionId) },
    {
      table: 'organizations.organization',
      rows: organizations.map(({ id: organizationId, slug, name, kind, phone, email, description }) => ({
        id: organizationId,
        region_id: regionId,
        slug,
        name,
        kind,
        phone,
        email,
        description,
        care_kinds: kind === 'provider' ? (providers[0]?.careKinds ?? []) : [],
        languages: kind === 'provider' ? ['nl', 'en'] : [],
        insurers: kind === 'provider' ? contracts : [],
        updated_at: createdAt,
      })),
    },
    {
      table: 'organizations.team',
      rows: careTeams.map(({ id: teamId, name, provider }) => ({
        id: teamId,
        region_id: regionId,
        organization_id: organizationOf(provider.slug).id,
        name,
        phone: organizationOf(provider.slug).phone,
        care_kinds: provider.careKinds,
        expertises: provider.expertises,
        updated_at: createdAt,
      })),
    },
    {
      table: 'organizations.service_area',
      rows: careTeams.flatMap(({ id: teamId, pc4s }) => pc4s.map((pc4) => ({ team_id: teamId, pc4 }))),
    },
    {
      table: 'organizations.coordinating_team',
      rows: teams.map(({ id: teamId, slug, name, kind, email }, place) => ({
        id: teamId,
        region_id: regionId,
        slug,
        name,
        kind,
        phone: `+3179000000${place}`,
        phone_hours:
          kind === 'desk' ? 'elke dag, 8.00 tot 22.00 uur' : 'maandag tot en met vrijdag, 8.00 tot 17.00 uur',
        email,
        description: kind === 'desk' ? office.description : 'Wijkverpleegkundigen van alle organisaties in deze wijk.',
        updated_at: createdAt,
      })),
    },
    {
      table: 'coordination.route',
      rows: routes.map((route) => ({
        id: route.id,
        region_id: regionId,
        priority: route.priority,
        coordinating_team_id: route.coordinatingTeamId,
        pc4s: route.pc4s,
      })),
    },
    { table: 'people.practitioner', rows: rows.practitioners },
    { table: 'people.practitioner_role', rows: rows.roles },
    { table: 'people.user_account', rows: rows.accounts },
    { table: 'people.coordinating_team_member', rows: rows.members },
  ]
  return { region, tables }
}

function mailOf(slug: string): string {
  return `${slug}@zoetermeer.example.nl`
}

function nurseOf(people: readonly Person[]): Person {
  const nurse = people.find(({ role }) => role === 'nurse')
  if (!nurse) throw new RangeError('No nurse at this organisation')
  return nurse
}

function find<T extends { slug: string }>(list: readonly T[], slug: string): T {
  const found = list.find((item) => item.slug === slug)
  if (!found) throw new RangeError(`There is no ${slug}`)
  return found
}
