import type { Route } from '#modules/coordination/rules/routing.ts'
import type { Random } from '../random.ts'
import { findBySlug } from '../slug.ts'
import { colleagues } from './colleagues.ts'
import { coordinatingTeams, type PracticeRoute, pc4sOf, routes } from './coordinating-teams.ts'
import { foundCareTeams, foundOrganizations, hire, withPeople } from './founding.ts'
import { practicePeople } from './people.ts'
import { municipalities } from './postcodes.ts'
import { providers } from './providers.ts'
import { referrers } from './referrers.ts'

/** Who and what is in the region, with the ids they have. Each draws in its turn: in another order it is another region. */
export function draw(random: Random, madeAt: Date) {
  const id = () => random.id(madeAt)
  const regionId = id()
  const teams = coordinatingTeams.map((team) => ({ ...team, id: id(), email: `${team.slug}@oefenregio.example.nl` }))
  const founded = foundOrganizations(providers, [...referrers, office], { id, phone: '+31260000' })
  const employment = { regionId, id, since: madeAt, phone: '+3160000', teams, organizations: founded }
  const { people, tables: staff } = hire([...practicePeople, ...colleagues()], employment)
  const organizations = withPeople(founded, people)
  const careTeams = foundCareTeams(providers, organizations, { id, pc4sOf })
  const municipalityIds = new Map(municipalities.map((name) => [name, id()]))
  const routed = routes.map((route) => toRoute(route, id(), findBySlug(teams, route.team).id))
  return { regionId, madeAt, teams, organizations, people, staff, careTeams, municipalityIds, routes: routed }
}

export type Drawn = ReturnType<typeof draw>

const office = {
  slug: 'regiobureau',
  name: 'Regiobureau Oefenregio',
  kind: 'region-office' as const,
  description: 'Het bureau van de samenwerkende organisaties. Hier zit ook het Regioloket.',
}

function toRoute({ priority, pc4s, careKinds }: PracticeRoute, id: string, teamId: string): Route {
  return { id, priority, coordinatingTeamId: teamId, pc4s: pc4s ?? null, careKinds: careKinds ?? null, sources: null }
}
