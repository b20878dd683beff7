import type { CareKind } from '#kernel/care-kinds.ts'

/** A line of the region's table: which requests go to which team. Null asks for nothing; an empty list lets nothing through. */
export type Route = {
  id: string
  priority: number
  coordinatingTeamId: string
  pc4s: readonly string[] | null
  careKinds: readonly string[] | null
  sources: readonly string[] | null
}

/** What of a request decides where it goes; nothing that tells who it is about. */
export type Routable = { pc4: string; careKinds: readonly string[]; palliative: boolean; source: string }

/** Why a request is with this team, in codes; the sentence is in text.nl.ts. */
export type WhyRouted = {
  by: 'route' | 'fallback' | 'one-entry'
  pc4?: string
  careKinds?: readonly string[]
  source?: string
}

/**
 * The line that decides: the lowest priority number first (an exception is a line with a lower number), then the line that
 * asks for most, then the one with the fewest postcodes, then the id, so that the answer never depends on the order of rows.
 */
export function routeFor(routes: readonly Route[], request: Routable): Route | undefined {
  return routes
    .filter((route) => fits(route, request))
    .reduce<Route | undefined>(
      (best, route) => (best === undefined || goesBefore(route, best) ? route : best),
      undefined,
    )
}

/** What the chosen line looked at. Without a line the region's fallback desk has it. */
export function explainRoute(route: Route | undefined, request: Routable): WhyRouted {
  if (!route) return { by: 'fallback', pc4: request.pc4 }
  const careKinds = careKindsOf(request)
  return {
    by: 'route',
    ...(route.pc4s ? { pc4: request.pc4 } : {}),
    ...(route.careKinds ? { careKinds: careKinds.filter((kind) => route.careKinds?.includes(kind)) } : {}),
    ...(route.sources ? { source: request.source } : {}),
  }
}

function fits(route: Route, request: Routable): boolean {
  if (route.pc4s && !route.pc4s.includes(request.pc4)) return false
  if (route.sources && !route.sources.includes(request.source)) return false
  return !route.careKinds || careKindsOf(request).some((kind) => route.careKinds?.includes(kind))
}

/** Marked palliative counts as palliative care, whatever else is asked. */
function careKindsOf(request: Routable): readonly string[] {
  const palliative = 'palliative' satisfies CareKind
  return request.palliative && !request.careKinds.includes(palliative)
    ? [...request.careKinds, palliative]
    : request.careKinds
}

function goesBefore(one: Route, other: Route): boolean {
  const [a, b] = [rankOf(one), rankOf(other)]
  const place = a.findIndex((value, index) => value !== b[index])
  return place < 0 ? one.id < other.id : (a[place] ?? 0) < (b[place] ?? 0)
}

function rankOf({ priority, pc4s, careKinds, sources }: Route): number[] {
  const asks = [pc4s, careKinds, sources].filter((list) => list !== null).length
  return [priority, -asks, pc4s?.length ?? 0]
}
