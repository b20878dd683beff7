import type { Compilable } from 'kysely'
import { bestLight, type Light } from '#kernel/lights.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { read } from '#platform/database/transaction.ts'
import { placesIn } from './known-places.ts'
import { asPublic } from './public-scope.ts'
import { findSpot, type Spot } from './rules/places.ts'
import { type ServingLine, type ServingTeams, servingTeams } from './rules/serving-teams.ts'
import {
  type Address,
  addressesOf,
  type Desk,
  deskQuery,
  lightsOf,
  lightsServing,
  type OtherHelp,
  organizationsNamed,
  organizationsServing,
  otherHelpQuery,
  type PublicOrganization,
  type TeamLight,
} from './store.ts'

export type ContactPerson = {
  id: string
  firstName: string
  jobTitle: string
  organization: string | null
  photo: string | null
}

/** A coordinating team as a neighbourhood knows it. */
export type NeighbourhoodTeam = {
  id: string
  name: string
  phone: string
  phoneHours: string
  description: string
  people: readonly ContactPerson[]
}

/**
 * Asks which teams get what is asked from these neighbourhoods. The module that divides the requests answers it; it stands above this
 * one, so `app.ts` hands its answer down.
 */
export type ServingTeamsQuery = (pc4s: readonly string[]) => Compilable<ServingLine & Omit<NeighbourhoodTeam, 'id'>>

/** `light` is what its teams that come here say together; undefined where the public may not see it. */
export type ListedOrganization = PublicOrganization & { light?: Light }

export type ServedBy = NeighbourhoodTeam & { firstFor: readonly string[]; alsoFor: readonly string[] }

export type Neighbourhood = {
  spot: Spot
  teams: readonly ServedBy[]
  specialised: readonly NeighbourhoodTeam[]
  /** Its postcodes that no team has. */
  without: readonly string[]
  organizations: readonly ListedOrganization[]
  otherHelp: readonly OtherHelp[]
  desk: Desk | undefined
}

/** Everything a neighbourhood's page shows, in one trip; nothing when the region has no such neighbourhood. */
export async function findNeighbourhood(
  scope: Scope,
  serving: ServingTeamsQuery,
  address: string,
): Promise<Neighbourhood | undefined> {
  const region = await getRegion(scope)
  const spot = findSpot(region.areas, placesIn(region), address)
  if (!spot) return undefined
  const found = await read(asPublic(scope), {
    lines: serving(spot.pc4s),
    organizations: organizationsServing(spot.pc4s),
    lights: lightsServing(scope, spot.pc4s),
    otherHelp: otherHelpQuery(spot.municipality),
    desks: deskQuery(region.wayOfWorking.fallbackDeskId),
  })
  return {
    spot,
    ...teamsAmong(found.lines, spot.pc4s),
    organizations: found.organizations.map((one) => withLight(one, found.lights)),
    otherHelp: found.otherHelp,
    desk: found.desks[0],
  }
}

/** The teams of a neighbourhood only, for where there is little room. */
export async function findTeams(
  scope: Scope,
  serving: ServingTeamsQuery,
  spot: Spot,
): Promise<Pick<Neighbourhood, 'teams' | 'desk'>> {
  const region = await getRegion(scope)
  const { lines, desks } = await read(asPublic(scope), {
    lines: serving(spot.pc4s),
    desks: deskQuery(region.wayOfWorking.fallbackDeskId),
  })
  return { teams: teamsAmong(lines, spot.pc4s).teams, desk: desks[0] }
}

type TeamLine = ServingLine & Omit<NeighbourhoodTeam, 'id'>

function teamsAmong(lines: readonly TeamLine[], pc4s: readonly string[]) {
  const { area, specialised, without } = servingTeams(lines, pc4s)
  const teamOf = (id: string): NeighbourhoodTeam => {
    const { name, phone, phoneHours, description, people } = lines.find(({ teamId }) => teamId === id)!
    return { id, name, phone, phoneHours, description, people }
  }
  return {
    teams: inOrderOf(pc4s, area).map(({ teamId, firstFor, alsoFor }) => ({ ...teamOf(teamId), firstFor, alsoFor })),
    specialised: specialised.map(teamOf),
    without,
  }
}

/** Of one neighbourhood: who the request goes to first. Of a whole place: in the order of their postcodes. */
function inOrderOf(pc4s: readonly string[], area: ServingTeams['area']): ServingTeams['area'] {
  if (pc4s.length === 1) return area
  const place = ({ firstFor: [first = '9999'] }: ServingTeams['area'][number]) => first
  return [...area].sort((a, b) => (place(a) < place(b) ? -1 : 1))
}

export type OrganizationPageFacts = { organization: ListedOrganization; addresses: readonly Address[] }

/** One organisation; nothing when there is none with this address, or when it stopped. */
export async function findOrganization(scope: Scope, slug: string): Promise<OrganizationPageFacts | undefined> {
  const { organizations, lights, addresses } = await read(asPublic(scope), {
    organizations: organizationsNamed([slug]),
    lights: lightsOf(scope, [slug]),
    addresses: addressesOf(slug),
  })
  const [organization] = organizations
  return organization && { organization: withLight(organization, lights), addresses }
}

/** The organisations with these addresses, in the order in which they were asked; those that are not there left out. */
export async function listOrganizationsNamed(scope: Scope, slugs: readonly string[]): Promise<ListedOrganization[]> {
  if (slugs.length === 0) return []
  const { organizations, lights } = await read(asPublic(scope), {
    organizations: organizationsNamed(slugs),
    lights: lightsOf(scope, slugs),
  })
  return slugs.flatMap((slug) => {
    const found = organizations.find((one) => one.slug === slug)
    return found ? [withLight(found, lights)] : []
  })
}

function withLight(organization: PublicOrganization, lights: readonly TeamLight[]): ListedOrganization {
  const own = lights.filter(({ organizationId }) => organizationId === organization.id).map(({ light }) => light)
  return own.length === 0 ? organization : { ...organization, light: bestLight(own) }
}
