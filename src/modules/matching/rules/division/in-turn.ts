import type { Taker } from './choices.ts'
import { Ledger } from './ledger.ts'
import { type Division, open, type Problem } from './problem.ts'

/**
 * What a meeting does without advice, to compare with: organisations take turns, each takes of what is open the request that suits
 * it best, until nobody takes any more. What a nurse pinned is given out first.
 */
export function inTurn(problem: Problem, takers: readonly Taker[]): Division {
  const division = problem.asked.map(() => open)
  const ledger = new Ledger(problem)
  const organizationOf = new Map(takers.map(({ teamId, organizationId }) => [teamId, organizationId]))
  const organizations = [...new Set(organizationOf.values())].sort()
  const pinned = problem.asked.flatMap(({ waiting }, request) => (waiting.pinnedTo === undefined ? [] : [request]))
  for (const request of pinned) take(cheapest([request], () => true))
  let round = true
  while (round) {
    round = false
    for (const organization of organizations) {
      const waiting = division.flatMap((at, request) => (at === open ? [request] : []))
      const found = cheapest(waiting, (teamId) => organizationOf.get(teamId) === organization)
      if (found) round = true
      take(found)
    }
  }
  return division

  function cheapest(requests: readonly number[], own: (teamId: string) => boolean) {
    let best: { request: number; at: number; cost: number } | undefined
    for (const request of requests) {
      const [from, to] = problem.spans[request] ?? [0, 0]
      for (let at = from; at < to; at += 1) {
        const choice = problem.choices[at]
        // Whoever takes turns takes alone.
        if (!choice || choice.parts || !own(choice.teamId) || (best && choice.cost >= best.cost) || !ledger.fits(at))
          continue
        best = { request, at, cost: choice.cost }
      }
    }
    return best
  }

  function take(found: { request: number; at: number } | undefined): void {
    if (!found) return
    division[found.request] = found.at
    ledger.take(found.at)
  }
}
