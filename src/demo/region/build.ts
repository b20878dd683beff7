import type { Route } from '#modules/coordination/rules/routing.ts'
import { coordinatingTeams as presetOf, type WayOfWorking } from '#modules/regions/index.ts'
import { Json, type Row } from '../copy.ts'
import type { Random } from '../random.ts'
import { slugOf } from '../slug.ts'
import { colleagueNames } from './colleagues.ts'
import { areas, coordinatingTeams, routes } from './coordinating-teams.ts'
import { otherHelpOf } from './other-help.ts'
import { type PracticePerson, practicePeople } from './people.ts'
import { municipalities, type PracticePostcode, postcodes } from './postcodes.ts'
import { insurers, type Provider, providers } from './providers.ts'
import { confirmedDaysAgo, publicFaceOf } from './public-face.ts'
import { reasonRows } from './reasons.ts'
import { type Referrer, referrers } from './referrers.ts'

export type CoordinatingTeam = {
  id: string
  slug: string
  name: string
  kind: 'area' | 'specialised' | 'desk'
  email: string
}
export type Person = {
  userId: string
  name: string
  email: string
  role: string
  organizationId: string
  teamIds: readonly string[]
}
export type Organization = { id: string; slug: string; name: string; phone: string; email: string; people: Person[] }
export type ProviderInRegion = Organization & Provider & { pc4s: ReadonlySet<string>; insurers: readonly string[] }
/** A team of a provider, with the nurse who keeps its stoplight. */
export type CareTeam = { id: string; name: string; organizationId: string; atNight: boolean; nurse: Person }
export type ReferrerInRegion = Organization & Referrer & { pc4s: ReadonlySet<string> | undefined }

export const regionName = 'Oefenregio Arnhem e.o.'

/** The practice region with the ids it has in the database, for whoever makes its history. */
export type PracticeRegion = {
  id: string
  wayOfWorking: WayOfWorking
  deskId: string
  postcodes: readonly PracticePostcode[]
  teams: readonly CoordinatingTeam[]
  careTeams: readonly CareTeam[]
  routes: readonly Route[]
  providers: readonly ProviderInRegion[]
  referrers: readonly ReferrerInRegion[]
  /** Everyone who works here, by user. */
  people: readonly Person[]
}

/** Rows of a table, in the order in which they are to be written. */
export type TableRows = { table: string; rows: Row[] }

/**
 * @param madeAt when the region is said to have begun: at the start of its history
 * @param now when its history ends
 */
export function buildRegion(random: Random, madeAt: Date, now: Date): { region: PracticeRegion; tables: TableRows[] } {
  const id = () => random.id(madeAt)
  const regionId = id()
  const teams = coordinatingTeams.map((team) => ({ ...team, id: id(), email: `${team.slug}@oefenregio.example.nl` }))
  const teamId = (slug: string) => mustFind(teams, slug).id
  const deskId = teamId('regioloket')
  // With advice of specialists and beds for a while: there are enough of both here, and their pages would otherwise be empty.
  const wayOfWorking: WayOfWorking = { ...presetOf(deskId), consult: true, beds: true }

  const organizations = [
    ...providers.map((provider) => ({ ...provider, kind: 'provider' as const })),
    ...referrers,
    office,
  ].map((organization, place) => ({
    ...organization,
    id: id(),
    phone: `+31260000${String(100 + place)}`,
    email: `contact@${organization.slug}.example.nl`,
    people: [] as Person[],
  }))
  const practitioners: Row[] = []
  const roles: Row[] = []
  const accounts: Row[] = []
  const members: Row[] = []
  const people: (Person & { jobTitle: string; contact: boolean })[] = []
  const employ = (person: Omit<PracticePerson, 'hint'> & { hint: string | null }) => {
    const [practitionerId, roleId, userId] = [id(), id(), id()]
    const organization = mustFind(organizations, person.organization)
    const teamIds = person.coordinatingTeams.map(teamId)
    const phone = `+3160000${1000 + people.length}`
    const email = `${person.slug}@${organization.slug}.example.nl`
    // One after the other: the page where one chooses a person keeps this order.
    const hiredAt = new Date(madeAt.getTime() + people.length * 1000)
    practitioners.push({ id: practitionerId, region_id: regionId, name: person.name, phone, created_at: hiredAt })
    roles.push({
      id: roleId,
      region_id: regionId,
      practitioner_id: practitionerId,
      organization_id: organization.id,
      role: person.role,
      job_title: person.jobTitle,
    })
    accounts.push({
      id: userId,
      region_id: regionId,
      practitioner_id: practitionerId,
      email,
      practice_hint: person.hint,
      created_at: madeAt,
    })
    for (const team of teamIds) {
      members.push({ coordinating_team_id: team, practitioner_role_id: roleId, contact: person.contact ?? false })
    }
    const { name, role, jobTitle, contact = false } = person
    const employed = { userId, name, email, role, organizationId: organization.id, teamIds, jobTitle, contact }
    organization.people.push(employed)
    people.push(employed)
  }
  for (const person of practicePeople) employ(person)
  for (const person of colleaguesOf()) employ(person)

  const careTeams = providers.flatMap((provider) =>
    provider.teams.map((team, place) => ({ ...team, id: id(), provider, place })),
  )
  const municipalityIds = new Map(municipalities.map((name) => [name, id()]))
  const routeRows: Route[] = routes.map((route) => ({
    id: id(),
    priority: route.priority,
    coordinatingTeamId: teamId(route.team),
    pc4s: route.pc4s ?? null,
    careKinds: route.careKinds ?? null,
    sources: null,
  }))
  const region: PracticeRegion = {
    id: regionId,
    wayOfWorking,
    deskId,
    postcodes,
    teams,
    careTeams: careTeams.map(({ id: careTeamId, name, provider, place }) => {
      const organization = mustFind(organizations, provider.slug)
      const nurses = organization.people.filter(({ role }) => role === 'nurse')
      const nurse = nurses[place % nurses.length]
      if (!nurse) throw new RangeError(`No nurse at ${provider.slug}`)
      const atNight = provider.careKinds.includes('unplanned')
      return { id: careTeamId, name, organizationId: organization.id, atNight, nurse }
    }),
    routes: routeRows,
    providers: providers.map((provider) => ({
      ...mustFind(organizations, provider.slug),
      ...provider,
      pc4s: new Set(provider.teams.flatMap((team) => pc4sOf(team.areas))),
      insurers: contractsOf(provider),
    })),
    referrers: referrers.map((referrer) => ({
      ...mustFind(organizations, referrer.slug),
      ...referrer,
      pc4s: referrer.areas && new Set(pc4sOf(referrer.areas)),
    })),
    people,
  }
  const face = publicFaceOf(random.split('public-face'), {
    regionId,
    madeAt,
    people,
    coordinatingTeams: teams,
    organizations: organizations.map((organization) => ({ ...organization, pc4: homeOf(organization.slug) })),
  })
  const tables: TableRows[] = [
    {
      table: 'regions.region',
      rows: [
        {
          id: regionId,
          slug: 'oefenregio',
          name: regionName,
          colour: 'green',
          way_of_working: new Json(wayOfWorking),
          created_at: madeAt,
        },
      ],
    },
    {
      table: 'regions.municipality',
      rows: municipalities.map((name) => ({ id: municipalityIds.get(name) ?? '', region_id: regionId, name })),
    },
    {
      table: 'regions.postcode_area',
      rows: postcodes.map(({ pc4, place, municipality, latitude, longitude }) => ({
        region_id: regionId,
        pc4,
        place,
        municipality_id: municipalityIds.get(municipality) ?? '',
        latitude,
        longitude,
      })),
    },
    { table: 'directory.other_help', rows: otherHelpOf(regionId, municipalityIds, madeAt) },
    { table: 'regions.reason', rows: reasonRows(regionId) },
    {
      table: 'organizations.organization',
      rows: organizations.map((organization, place) => organizationRow(regionId, organization, { madeAt, now, place })),
    },
    {
      table: 'organizations.team',
      rows: careTeams.map(({ id: careTeamId, name, provider }, nth) => ({
        id: careTeamId,
        region_id: regionId,
        organization_id: mustFind(organizations, provider.slug).id,
        name,
        phone: mustFind(organizations, provider.slug).phone,
        care_kinds: provider.careKinds,
        expertises: provider.expertises,
        // One in four did not tell; a small team has no man to send.
        carer_genders: nth % 4 === 3 ? [] : nth % 2 === 0 ? ['female', 'male'] : ['female'],
        updated_at: madeAt,
      })),
    },
    {
      table: 'organizations.service_area',
      rows: careTeams.flatMap((team) => pc4sOf(team.areas).map((pc4) => ({ team_id: team.id, pc4 }))),
    },
    {
      table: 'organizations.coordinating_team',
      rows: teams.map((team) => ({
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
        updated_at: madeAt,
      })),
    },
    { table: 'organizations.contact_person', rows: face.contacts },
    { table: 'organizations.contact_photo', rows: face.photos },
    { table: 'organizations.location', rows: face.locations },
    { table: 'organizations.endpoint', rows: face.endpoints },
    {
      table: 'coordination.route',
      rows: routeRows.map((route, place) => ({
        id: route.id,
        region_id: regionId,
        priority: route.priority,
        coordinating_team_id: route.coordinatingTeamId,
        pc4s: route.pc4s,
        care_kinds: route.careKinds,
        remark: routes[place]?.remark ?? '',
      })),
    },
    { table: 'people.practitioner', rows: practitioners },
    { table: 'people.practitioner_role', rows: roles },
    { table: 'people.user_account', rows: accounts },
    { table: 'people.coordinating_team_member', rows: members },
  ]
  return { region, tables }
}

const office = {
  slug: 'regiobureau',
  name: 'Regiobureau Oefenregio',
  kind: 'region-office' as const,
  description: 'Het bureau van de samenwerkende organisaties. Hier zit ook het Regioloket.',
}

type AnyOrganization = {
  id: string
  slug: string
  name: string
  kind: string
  phone: string
  email: string
  description: string
}

type Moments = { madeAt: Date; now: Date; place: number }

function organizationRow(regionId: string, organization: AnyOrganization, { madeAt, now, place }: Moments): Row {
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

/** The postcode of the office: the first that the organisation serves; what serves the whole region sits in the centre. */
function homeOf(slug: string): string {
  const provider = providers.find((one) => one.slug === slug)
  const served = provider?.teams[0]?.areas ?? referrers.find((one) => one.slug === slug)?.areas
  return (served && pc4sOf(served)[0]) ?? '6811'
}

/** A nurse for every team of every provider, and a doctor for every practice. */
function colleaguesOf(): (Omit<PracticePerson, 'hint'> & { hint: null })[] {
  const names = [...colleagueNames]
  const next = () => {
    const name = names.shift()
    if (!name) throw new RangeError('More colleagues than names')
    return { name, slug: slugOf(name), hint: null }
  }
  const nurses = providers.flatMap((provider) =>
    provider.teams.map((team, place) => ({
      ...next(),
      organization: provider.slug,
      role: 'nurse' as const,
      jobTitle: 'Wijkverpleegkundige',
      coordinatingTeams: [
        ...team.areas,
        ...(place === 0
          ? coordinatingTeams
              .filter(({ expertise }) => expertise && provider.expertises.includes(expertise))
              .map(({ slug }) => slug)
          : []),
      ],
    })),
  )
  const doctors = referrers
    .filter(({ kind, slug }) => kind === 'gp-practice' && slug !== 'klaverblad')
    .map(({ slug }) => ({
      ...next(),
      organization: slug,
      role: 'referrer' as const,
      jobTitle: 'Huisarts',
      coordinatingTeams: [],
    }))
  return [...nurses, ...doctors]
}

function contractsOf(provider: Provider): string[] {
  return insurers.map(([code]) => code).filter((code) => !provider.withoutContract.includes(code))
}

function pc4sOf(served: readonly string[]): string[] {
  return [...new Set(served.flatMap((slug) => areas[slug]?.pc4s ?? []))]
}

function mustFind<T extends { slug: string }>(list: readonly T[], slug: string): T {
  const found = list.find((item) => item.slug === slug)
  if (!found) throw new RangeError(`There is no ${slug}`)
  return found
}
