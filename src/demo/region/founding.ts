import { findBySlug } from '../slug.ts'
import type { PracticePerson } from './people.ts'
import type { Organization, Person, TableRows } from './practice-region.ts'
import type { Provider } from './providers.ts'

/** Providers and others, with an id and an address each. Their numbers begin with `phone`, which nobody has. */
export function foundOrganizations<T extends { slug: string; name: string }>(
  providers: readonly Provider[],
  others: readonly T[],
  { id, phone }: { id: () => string; phone: string },
) {
  return [...providers.map((provider) => ({ ...provider, kind: 'provider' as const })), ...others].map(
    (organization, place) => ({
      ...organization,
      id: id(),
      phone: `${phone}${100 + place}`,
      email: `contact@${organization.slug}.example.nl`,
    }),
  )
}

export type Newcomer = Omit<PracticePerson, 'hint'> & { hint: string | null }
export type Employee = Person & { jobTitle: string; contact: boolean }

type Employment = {
  regionId: string
  id: () => string
  since: Date
  phone: string
  teams: readonly { id: string; slug: string }[]
  organizations: readonly { id: string; slug: string }[]
}

/** Lets people work in the region, one after the other: who they are there, and the rows that say so. */
export function hire(newcomers: readonly Newcomer[], at: Employment): { people: Employee[]; tables: TableRows[] } {
  const hired = newcomers.map((newcomer, place) => hireOne(newcomer, place, at))
  return {
    people: hired.map(({ employee }) => employee),
    tables: [
      { table: 'people.practitioner', rows: hired.map(({ practitioner }) => practitioner) },
      { table: 'people.practitioner_role', rows: hired.map(({ role }) => role) },
      { table: 'people.user_account', rows: hired.map(({ account }) => account) },
      { table: 'people.coordinating_team_member', rows: hired.flatMap(({ memberships }) => memberships) },
    ],
  }
}

function hireOne(newcomer: Newcomer, place: number, { regionId, id, since, phone, teams, organizations }: Employment) {
  const [practitionerId, roleId, userId] = [id(), id(), id()]
  const { name, role, jobTitle, contact = false, hint } = newcomer
  const organization = findBySlug(organizations, newcomer.organization)
  const teamIds = newcomer.coordinatingTeams.map((slug) => findBySlug(teams, slug).id)
  const email = `${newcomer.slug}@${organization.slug}.example.nl`
  const employee: Employee = { userId, name, email, role, organizationId: organization.id, teamIds, jobTitle, contact }
  const whose = { region_id: regionId, practitioner_id: practitionerId }
  return {
    employee,
    practitioner: {
      id: practitionerId,
      region_id: regionId,
      name,
      phone: `${phone}${1000 + place}`,
      // One after the other: the page where one chooses a person keeps this order.
      created_at: new Date(since.getTime() + place * 1000),
    },
    role: { id: roleId, ...whose, organization_id: organization.id, role, job_title: jobTitle },
    account: { id: userId, ...whose, email, practice_hint: hint, created_at: since },
    memberships: teamIds.map((team) => ({ coordinating_team_id: team, practitioner_role_id: roleId, contact })),
  }
}

/** Each organisation with who works there. */
export function withPeople<T extends { id: string }>(organizations: readonly T[], people: readonly Employee[]) {
  return organizations.map((organization) => ({
    ...organization,
    people: people.filter(({ organizationId }) => organizationId === organization.id),
  }))
}

/** The teams of each provider, with the postcodes they serve and the nurse who keeps their light. */
export function foundCareTeams(
  providers: readonly Provider[],
  organizations: readonly Organization[],
  { id, pc4sOf }: { id: () => string; pc4sOf: (areas: readonly string[]) => readonly string[] },
) {
  return providers.flatMap((provider) => {
    const organization = findBySlug(organizations, provider.slug)
    return provider.teams.map(({ name, areas }, place) => ({
      id: id(),
      name,
      provider,
      organization,
      pc4s: pc4sOf(areas),
      nurse: nurseOf(organization, place),
    }))
  })
}

export type FoundedTeam = ReturnType<typeof foundCareTeams>[number]

function nurseOf({ slug, people }: Organization, place: number): Person {
  const nurses = people.filter(({ role }) => role === 'nurse')
  const nurse = nurses[place % nurses.length]
  if (!nurse) throw new RangeError(`No nurse at ${slug}`)
  return nurse
}
