/** Addresses of looking at lights. Those of setting them are in `../paths.ts`. */
export const regionPaths = {
  region: '/stoplicht',
  screen: '/stoplicht/scherm',
  team: (id: string) => `/stoplicht/team/${id}`,
  freshness: '/stoplicht/actueel',
  live: '/live/stoplicht',
  honesty: '/regio/stoplicht',
  audience: '/organisatie/stoplicht',
}

/** A team on a day, at the words that say who nearby has room. */
export function teamPath(id: string, on: string, daypart: string): string {
  return `${regionPaths.team(id)}?${new URLSearchParams({ dag: on, dagdeel: daypart })}`
}
