import { teamsOf as partTeams } from './choices.ts'
import { Ledger } from './ledger.ts'
import { costAtLeast, costOf, type Division, open, type Problem } from './problem.ts'

/** A request with its cheapest choice that still fits, and what it would cost to wait with it. */
type Bid = { request: number; at: number; regret: number }

/** Gives out first what would suffer most from waiting: whose second-best team, or staying open, is furthest behind the best. */
export function* byRegret(problem: Problem): Generator<void, Division> {
  const division = problem.asked.map(() => open)
  yield* fill(problem, teamsOf(problem), division, new Ledger(problem), [...division.keys()])
  return division
}

/**
 * Ruin and recreate: takes a handful of requests that compete for the same teams out of the best division so far, gives them out
 * again, and keeps what is no worse. Ends after so many rounds, never by the clock, so the same problem has the same answer on
 * every machine. Yields now and then: whoever runs it can let others go first.
 */
export function* byRuin(problem: Problem, start: Division, rounds: number): Generator<void, Division> {
  const draw = dice(problem.asked.length)
  const teams = teamsOf(problem)
  const rivals = rivalsOf(teams)
  const least = costAtLeast(problem)
  let current = [...start]
  let cost = costOf(problem, current)
  for (let round = 0; round < rounds && cost > least; round += 1) {
    yield
    const next = [...current]
    const out = new Set<number>()
    const first = draw(problem.asked.length)
    out.add(first)
    const near = rivals(first)
    for (let count = 2 + draw(7); count > 0 && near.length > 0; count -= 1) out.add(near[draw(near.length)] ?? first)
    for (const request of out) next[request] = open
    const again = [...next.keys()].filter((request) => next[request] === open)
    // Now and then in a drawn order: always the same order would always end in the same division.
    yield* fill(problem, teams, next, new Ledger(problem, next), again, round % 3 === 2 ? draw : undefined)
    const found = costOf(problem, next)
    if (found > cost) continue
    current = next
    cost = found
  }
  return current
}

function* fill(
  problem: Problem,
  teams: readonly ReadonlySet<string>[],
  division: number[],
  ledger: Ledger,
  requests: readonly number[],
  draw?: (below: number) => number,
): Generator<void, void> {
  let bids = requests.flatMap((request) => bidOf(problem, ledger, request) ?? [])
  for (let nth = 1; bids.length > 0; nth += 1) {
    if (nth % 20 === 0) yield
    const drawn = draw && bids[draw(bids.length)]
    const chosen = drawn ?? bids.reduce((one, other) => (other.regret > one.regret ? other : one))
    division[chosen.request] = chosen.at
    ledger.take(chosen.at)
    const given = problem.choices[chosen.at]
    const gone = given ? partTeams(given) : []
    // Only who could go to the same team finds less room than before.
    bids = bids.flatMap((bid) => {
      if (bid.request === chosen.request) return []
      return gone.some((teamId) => teams[bid.request]?.has(teamId))
        ? (bidOf(problem, ledger, bid.request) ?? [])
        : [bid]
    })
  }
}

function bidOf({ spans, choices, unplaced }: Problem, ledger: Ledger, request: number): Bid | undefined {
  const [from, to] = spans[request] ?? [0, 0]
  const price = unplaced[request] ?? 0
  let at = open
  let best = price
  let second = price
  for (let place = from; place < to; place += 1) {
    const choice = choices[place]
    if (!choice || choice.cost >= second || !ledger.fits(place)) continue
    if (choice.cost < best) {
      // The second choice is of another team: another day with the same team falls away with the first.
      if (at !== open && choices[at]?.teamId !== choice.teamId) second = best
      best = choice.cost
      at = place
    } else if (choices[at]?.teamId !== choice.teamId) second = choice.cost
  }
  return at === open ? undefined : { request, at, regret: second - best }
}

function teamsOf({ asked }: Problem): Set<string>[] {
  return asked.map(({ choices }) => new Set(choices.flatMap(partTeams)))
}

/** The others that may go to one of the teams of a request. */
function rivalsOf(teams: readonly ReadonlySet<string>[]): (request: number) => readonly number[] {
  const ofTeam = new Map<string, number[]>()
  for (const [request, own] of teams.entries()) {
    for (const teamId of own) {
      const known = ofTeam.get(teamId)
      if (known) known.push(request)
      else ofTeam.set(teamId, [request])
    }
  }
  return (request) =>
    [...new Set([...(teams[request] ?? [])].flatMap((teamId) => ofTeam.get(teamId) ?? []))].filter(
      (other) => other !== request,
    )
}

/** Draws that are the same every time (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = (seed + 0x6d2b79f5) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
