/** A line of the region's division of requests, with the coordinating team it leads to. `pc4s` are those that were asked about. */
export type ServingLine = {
  teamId: string
  kind: string
  active: boolean
  priority: number
  /** How many postcodes the line has in all; the one with the fewest goes first. */
  size: number
  pc4s: readonly string[]
  /** Only requests for these kinds of care; null is all. */
  careKinds: readonly string[] | null
}

export type ServingTeams = {
  /** Teams of these neighbourhoods, each with the postcodes where it is the first, or else where it serves as well. */
  area: readonly { teamId: string; firstFor: readonly string[]; alsoFor: readonly string[] }[]
  /** Specialised teams to which a request from here for their kind of care goes. */
  specialised: readonly string[]
  /** Neighbourhoods without a team that works: the desk of the region has them. */
  without: readonly string[]
}

/**
 * Which teams serve these neighbourhoods, by the lines that decide where a request goes: the lowest priority number first, then the one with the
 * fewest postcodes. Where areas overlap all teams are named. A team that stopped is not.
 */
export function servingTeams(lines: readonly ServingLine[], pc4s: readonly string[]): ServingTeams {
  const working = lines.filter(({ active }) => active).sort(goesBefore)
  const general = working.filter(({ careKinds, kind }) => careKinds === null && kind !== 'desk')
  const area = unique(general.map(({ teamId }) => teamId)).map((teamId) => {
    const served = pc4s.filter((pc4) => general.some((line) => line.teamId === teamId && line.pc4s.includes(pc4)))
    const firstFor = served.filter((pc4) => general.find((line) => line.pc4s.includes(pc4))?.teamId === teamId)
    return { teamId, firstFor, alsoFor: served.filter((pc4) => !firstFor.includes(pc4)) }
  })
  return {
    area: area.filter(({ firstFor, alsoFor }) => firstFor.length + alsoFor.length > 0),
    specialised: specialisedOf(working, pc4s),
    without: pc4s.filter((pc4) => !general.some((line) => line.pc4s.includes(pc4))),
  }
}

/** A specialised team serves a neighbourhood when for one of its kinds of care its line is the first. */
function specialisedOf(working: readonly ServingLine[], pc4s: readonly string[]): string[] {
  const decides = (pc4: string, careKind: string) =>
    working.find((line) => line.pc4s.includes(pc4) && line.careKinds?.includes(careKind))
  const winners = working
    .filter(({ kind, careKinds }) => kind === 'specialised' && careKinds !== null)
    .filter((line) =>
      line.pc4s.some((pc4) => pc4s.includes(pc4) && line.careKinds?.some((kind) => decides(pc4, kind) === line)),
    )
  return unique(winners.map(({ teamId }) => teamId))
}

function goesBefore(a: ServingLine, b: ServingLine): number {
  return a.priority - b.priority || a.size - b.size || (a.teamId < b.teamId ? -1 : 1)
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)]
}
