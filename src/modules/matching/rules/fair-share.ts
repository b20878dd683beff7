/**
 * Each organisation's part of all that was taken, against its part of all teams: 1 is even, 2 is twice as much. A team stands for
 * what an organisation can carry: lights would let who says red do less. With fewer than twenty taken it says nothing.
 */
export function fairShares(
  teams: readonly { organizationId: string }[],
  takenBy: (organizationId: string) => number,
): Map<string, number> {
  const teamsOf = new Map<string, number>()
  for (const { organizationId } of teams) teamsOf.set(organizationId, (teamsOf.get(organizationId) ?? 0) + 1)
  const all = [...teamsOf.keys()].reduce((sum, id) => sum + takenBy(id), 0)
  const shares = new Map<string, number>()
  if (all < enoughToTell) return shares
  for (const [id, count] of teamsOf) shares.set(id, takenBy(id) / all / (count / teams.length))
  return shares
}

const enoughToTell = 20
