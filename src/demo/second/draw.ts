import type { Route } from '#modules/coordination/rules/routing.ts'
import type { Random } from '../random.ts'
import { foundCareTeams, foundOrganizations, hire, withPeople } from '../region/founding.ts'
import { findBySlug } from '../slug.ts'
import { newcomers, office, providers, referrers } from './organizations.ts'
import { areaTeams, postcodes } from './places.ts'

/** Who and what is in the second region, with the ids they have. Each draws in its turn: in another order it is another region. */
export function draw(random: Random, madeAt: Date) {
  const id = () => random.id(madeAt)
  // Later than the first, whose door is the installation's own.
  const createdAt = new Date(madeAt.getTime() + 86_400_000)
  const regionId = id()
  const desk = { id: id(), slug: 'transferpunt', name: 'Transferpunt', kind: 'desk' as const }
  const areas = areaTeams.map((team) => ({ ...team, id: id(), kind: 'area' as const }))
  const teams = [desk, ...areas].map((team) => ({ ...team, email: `${team.slug}@zoetermeer.example.nl` }))
  const founded = foundOrganizations(providers, [...referrers, office], { id, phone: '+31790000' })
  const municipalityIds = new Map([...new Set(postcodes.map(({ municipality }) => municipality))].map((m) => [m, id()]))
  const employment = { regionId, id, since: createdAt, phone: '+3160001', teams, organizations: founded }
  const { people, tables: staff } = hire(newcomers, employment)
  const organizations = withPeople(founded, people)
  const careTeams = foundCareTeams(providers, organizations, { id, pc4sOf })
  const routes = areas.map((team): Route => toRoute(team, id()))
  return { regionId, createdAt, deskId: desk.id, teams, organizations, staff, careTeams, municipalityIds, routes }
}

export type Drawn = ReturnType<typeof draw>

export function pc4sOf(areas: readonly string[]): readonly string[] {
  return areas.flatMap((slug) => findBySlug(areaTeams, slug).pc4s)
}

function toRoute(team: { id: string; pc4s: readonly string[] }, id: string): Route {
  return { id, priority: 100, coordinatingTeamId: team.id, pc4s: team.pc4s, careKinds: null, sources: null }
}
