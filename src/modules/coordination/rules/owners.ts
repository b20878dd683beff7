import { coverageOf } from './coverage.ts'
import { type Route, routeFor } from './routing.ts'

export type Ownership = {
  /** The team that gets what asks for nothing special; undefined where the fallback desk gets it. */
  teamId: string | undefined
  /** Other teams that a line of the same priority names. */
  alsoTeamIds: readonly string[]
}

/** For every postcode, who gets a request from there that asks for no special care. */
export function ownersOf(routes: readonly Route[], pc4s: readonly string[]): Map<string, Ownership> {
  const general = routes.filter((route) => route.careKinds === null && route.sources === null)
  const { overlaps } = coverageOf(routes, pc4s)
  const doubles = new Map(overlaps.map(({ pc4, coordinatingTeamIds }) => [pc4, coordinatingTeamIds]))
  return new Map(
    pc4s.map((pc4) => {
      const teamId = routeFor(general, { pc4, careKinds: [], palliative: false, source: '' })?.coordinatingTeamId
      return [pc4, { teamId, alsoTeamIds: (doubles.get(pc4) ?? []).filter((id) => id !== teamId) }]
    }),
  )
}

/** The lines as they would be: one changed, added or taken away. */
export function withRoute(routes: readonly Route[], id: string, changed: Route | undefined): Route[] {
  const others = routes.filter((route) => route.id !== id)
  return changed ? [...others, changed] : others
}
