type Counted = { week: number; month: number }

/**
 * Each organisation's part of all that was taken in 7 and in 30 days, against its part of all teams: 1 is even, 2 is twice as much. Both
 * weigh the same, so that a busy week is felt at once and is forgotten again. A team stands for what an organisation can carry: lights
 * would let who says red do less. With fewer than twenty taken a stretch of days says nothing.
 */
export function fairShares(
  teams: readonly { organizationId: string }[],
  takenBy: (organizationId: string) => Counted,
): Map<string, number> {
  const teamsOf = new Map<string, number>()
  for (const { organizationId } of teams) teamsOf.set(organizationId, (teamsOf.get(organizationId) ?? 0) + 1)
  const told = (['week', 'month'] as const)
    .map((stretch) => ({ stretch, all: [...teamsOf.keys()].reduce((sum, id) => sum + takenBy(id)[stretch], 0) }))
    .filter(({ all }) => all >= enoughToTell)
  const shares = new Map<string, number>()
  if (told.length === 0) return shares
  for (const [id, count] of teamsOf) {
    const parts = told.map(({ stretch, all }) => takenBy(id)[stretch] / all / (count / teams.length))
    shares.set(id, parts.reduce((sum, part) => sum + part, 0) / parts.length)
  }
  return shares
}

const enoughToTell = 20
