import type { Route } from './routing.ts'

export type Overlap = { pc4: string; coordinatingTeamIds: string[] }
export type Coverage = {
  /** Postcodes that no general line names: what comes from there goes to the fallback desk. */
  gaps: string[]
  /** Postcodes that lines of the same priority give to different teams; the narrowest line decides. */
  overlaps: Overlap[]
}

/** Looks at the lines that ask for a postcode only: those for a kind of care or a sender are exceptions on top of them. */
export function coverageOf(routes: readonly Route[], pc4s: readonly string[]): Coverage {
  const general = routes.filter((route) => route.careKinds === null && route.sources === null)
  const gaps: string[] = []
  const overlaps: Overlap[] = []
  for (const pc4 of pc4s) {
    const fitting = general.filter((route) => route.pc4s === null || route.pc4s.includes(pc4))
    if (fitting.length === 0) {
      gaps.push(pc4)
      continue
    }
    const first = Math.min(...fitting.map((route) => route.priority))
    const teams = new Set(fitting.filter((route) => route.priority === first).map((route) => route.coordinatingTeamId))
    if (teams.size > 1) overlaps.push({ pc4, coordinatingTeamIds: [...teams] })
  }
  return { gaps, overlaps }
}
