import { type Choice, teamsOf as partTeams } from './choices.ts'
import { Ledger } from './ledger.ts'
import { costAtLeast, costOf, type Division, open, type Problem } from './problem.ts'

/** A request with its cheapest choice that still fits, and what it would cost to wait with it. */
type Bid = { request: number; at: number; regret: number }

/** What a search looks at again and again: per request the teams it may go to, and its choices, the cheapest first. */
type Field = { problem: Problem; teams: readonly ReadonlySet<string>[]; cheapestFirst: readonly (readonly number[])[] }

/** Gives out first what would suffer most from waiting: whose second-best team, or staying open, is furthest behind the best. */
export function* byRegret(problem: Problem): Generator<void, Division> {
  const division = problem.asked.map(() => open)
  yield* fill(fieldOf(problem), division, new Ledger(problem), [...division.keys()])
  return division
}

/** Enough to come within some percents, in less time than a solver takes to begin; it proves the rest. */
export function usualRounds({ asked }: Problem): number {
  return 200 + 20 * asked.length
}

/** Points by which a round may be worse at first, and less and less so: whoever never goes back stays in the first valley. */
const patience = 12

/**
 * Ruin and recreate: takes a handful of requests that compete for the same teams out of a division, gives them out again, and goes on from
 * there when that is not much worse. Ends after so many rounds with the best it met, never by the clock, so the same problem has
 * the same answer on every machine. Yields now and then: whoever runs it can let others go first.
 */
export function* byRuin(problem: Problem, start: Division, rounds: number): Generator<void, Division> {
  const draw = dice(problem.asked.length)
  const field = fieldOf(problem)
  const rivals = rivalsOf(field.teams)
  const least = costAtLeast(problem)
  const division = [...start]
  const ledger = new Ledger(problem, start)
  let cost = costOf(problem, division)
  let best = { division: [...start], cost }
  for (let round = 0; round < rounds && best.cost > least; round += 1) {
    yield
    const first = draw(problem.asked.length)
    const out = new Set([first])
    const near = rivals(first)
    for (let count = 2 + draw(7); count > 0 && near.length > 0; count -= 1) out.add(near[draw(near.length)] ?? first)
    const again = [...division.keys()].filter((request) => division[request] === open || out.has(request))
    const before = again.map((request) => division[request] ?? open)
    const was = costOf(problem, division, again)
    clear(again)
    // Now and then in a drawn order: always the same order would always end in the same division.
    yield* fill(field, division, ledger, again, round % 3 === 2 ? draw : undefined)
    const more = costOf(problem, division, again) - was
    if (more <= patience * (1 - round / rounds)) {
      cost += more
      if (cost < best.cost) best = { division: [...division], cost }
      continue
    }
    clear(again)
    for (const [nth, request] of again.entries()) {
      const at = before[nth] ?? open
      division[request] = at
      if (at !== open) ledger.take(at)
    }
  }
  return best.division

  function clear(requests: readonly number[]): void {
    for (const request of requests) {
      const at = division[request] ?? open
      if (at !== open) ledger.give(at)
      division[request] = open
    }
  }
}

function* fill(
  field: Field,
  division: number[],
  ledger: Ledger,
  requests: readonly number[],
  draw?: (below: number) => number,
): Generator<void, void> {
  const { problem, teams } = field
  let bids = requests.flatMap((request) => bidOf(field, ledger, request) ?? [])
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
      return gone.some((teamId) => teams[bid.request]?.has(teamId)) ? (bidOf(field, ledger, bid.request) ?? []) : [bid]
    })
  }
}

function bidOf({ problem, cheapestFirst }: Field, ledger: Ledger, request: number): Bid | undefined {
  const price = problem.unplaced[request] ?? 0
  let best: { at: number; teamId: string; cost: number } | undefined
  for (const at of cheapestFirst[request] ?? []) {
    const { cost, teamId } = problem.choices[at] as Choice
    if (cost >= price) break
    // The second choice is of another team: another day with the same team falls away with the first.
    if (best?.teamId === teamId || !ledger.fits(at)) continue
    if (best) return { request, at: best.at, regret: cost - best.cost }
    best = { at, teamId, cost }
  }
  return best && { request, at: best.at, regret: price - best.cost }
}

function fieldOf(problem: Problem): Field {
  const { choices, spans } = problem
  const cheapestFirst = spans.map(([from, to]) =>
    Array.from({ length: to - from }, (_, nth) => from + nth).sort(
      (one, other) => (choices[one]?.cost ?? 0) - (choices[other]?.cost ?? 0) || one - other,
    ),
  )
  return { problem, teams: teamsOf(problem), cheapestFirst }
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
