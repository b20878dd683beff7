/** Addresses of setting lights. Those of looking at them are in `region/paths.ts`. */
export const paths = {
  week: '/capaciteit',
  undo: '/capaciteit/terugzetten',
  suggestion: '/capaciteit/voorstel',
  connections: '/capaciteit/koppelingen',
  feed: '/capaciteit/koppelingen/agenda',
  webhook: '/capaciteit/koppelingen/bericht',
  calendar: (key: string) => `/capaciteit/agenda/${key}`,
  importLights: '/capaciteit/bestand/import',
  exportLights: '/capaciteit/bestand/stoplichten.csv',
  cell: (teamId: string, on: string, daypart: string) => `/capaciteit/${teamId}/${on}/${daypart}`,
  pattern: (teamId: string) => `/capaciteit/${teamId}/patroon`,
  exception: (teamId: string) => `/capaciteit/${teamId}/uitzondering`,
}

/** The week of a team, from a day on. */
export function weekPath(teamId: string, from?: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ team: teamId, ...(from ? { vanaf: from } : {}), ...more })
  return `${paths.week}?${query}`
}
