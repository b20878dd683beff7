import { teamsOf as partTeams } from './choices.ts'
import { Ledger } from './ledger.ts'
import { costAtLeast, costOf, type Division, open, type Problem } from './problem.ts'

/** A request with its cheapest choice that still fits, the cheapest of another team, and what it would cost to wait with it. */
type Bid = { request: number; at: number; second: number; regret: number }

/** What a search looks at again and again: per request its choices, the cheapest first, and per choice its teams by their numbers. */
type Field = {
  problem: Problem
  cheapestFirst: readonly (readonly number[])[]
  teamsOf: readonly (readonly number[])[]
  teams: number
}

type Draw = (below: number) => number

/** Gives out first what would suffer most from waiting: whose second-best team, or staying open, is furthest behind the best. */
export function* byRegret(problem: Problem): Generator<void, Division> {
  const division = problem.asked.map(() => open)
  yield* fill(fieldOf(problem), division, new Ledger(problem), [...division.keys()])
  return division
}

/** Enough to come within some percents, in less time than a solver takes to begin; it proves the rest. */
export function usualRounds({ asked }: Problem): number {
  return 200 + 80 * asked.length
}

/** Points by which a round may be worse at first, and less and less so: whoever never goes back stays in the first valley. */
const patience = 12
/** Of all that stays open so many are tried again in a round. */
const mostOpen = 20

/**
 * Ruin and recreate: takes a handful of requests that compete for the same teams out of a division, gives them out again, and goes on from
 * there when that is not much worse. Ends after so many rounds with the best it met, never by the clock, so the same problem has
 * the same answer on every machine. Yields now and then: whoever runs it can let others go first.
 */
export function* byRuin(problem: Problem, start: Division, rounds: number): Generator<void, Division> {
  const draw = dice(problem.asked.length)
  const field = fieldOf(problem)
  const least = costAtLeast(problem)
  const division = [...start]
  const ledger = new Ledger(problem, start)
  const places = new Places(field, start)
  let cost = costOf(problem, division)
  let best = { division: [...start], cost }
  for (let round = 0; round < rounds && best.cost > least; round += 1) {
    yield
    const again = [...places.around(draw(problem.asked.length), 2 + draw(7), draw)]
    const before = again.map((request) => division[request] ?? open)
    const was = costOf(problem, division, again)
    for (const request of again) put(request, open)
    // Now and then in a drawn order: always the same order would always end in the same division.
    yield* fill(field, division, ledger, again, round % 3 === 2 ? draw : undefined)
    for (const request of again) places.move(request, open, division[request] ?? open)
    const more = costOf(problem, division, again) - was
    if (more <= patience * (1 - round / rounds)) {
      cost += more
      if (cost < best.cost) best = { division: [...division], cost }
      continue
    }
    for (const request of again) put(request, open)
    for (const [nth, request] of again.entries()) put(request, before[nth] ?? open)
  }
  return best.division

  function put(request: number, at: number): void {
    const from = division[request] ?? open
    if (from !== open) ledger.give(from)
    if (at !== open) ledger.take(at)
    places.move(request, from, at)
    division[request] = at
  }
}

/** Who has a place in which team while a division changes, and who has none. */
class Places {
  readonly #field: Field
  readonly #holders: number[][]
  readonly #open: number[]

  constructor(field: Field, division: Division) {
    this.#field = field
    this.#holders = Array.from({ length: field.teams }, () => [])
    this.#open = [...division.keys()]
    for (const [request, at] of division.entries()) this.move(request, open, at)
  }

  move(request: number, from: number, to: number): void {
    if (from === to) return
    for (const list of this.#lists(from)) list.splice(list.indexOf(request), 1)
    for (const list of this.#lists(to)) list.push(request)
  }

  /** A request, some that have a place in the teams it would like most, and what is open. */
  around(first: number, count: number, draw: Draw): Set<number> {
    const out = new Set([first])
    const { cheapestFirst, teamsOf } = this.#field
    const wanted = cheapestFirst[first] ?? []
    for (let nth = 0; nth < count && wanted.length > 0; nth += 1) {
      // The smallest of three draws: what costs little more often than what costs much.
      const at = wanted[Math.min(draw(wanted.length), draw(wanted.length), draw(wanted.length))] ?? 0
      for (const team of teamsOf[at] ?? []) {
        const holders = this.#holders[team] ?? []
        if (holders.length > 0) out.add(holders[draw(holders.length)] ?? first)
      }
    }
    const waiting = this.#open
    if (waiting.length <= mostOpen) for (const request of waiting) out.add(request)
    else for (let nth = 0; nth < mostOpen; nth += 1) out.add(waiting[draw(waiting.length)] ?? first)
    return out
  }

  #lists(at: number): number[][] {
    if (at === open) return [this.#open]
    return (this.#field.teamsOf[at] ?? []).map((team) => this.#holders[team] ?? [])
  }
}

function* fill(
  field: Field,
  division: number[],
  ledger: Ledger,
  requests: readonly number[],
  draw?: Draw,
): Generator<void, void> {
  let bids = requests.flatMap((request) => bidOf(field, ledger, request) ?? [])
  for (let nth = 1; bids.length > 0; nth += 1) {
    if (nth % 20 === 0) yield
    const drawn = draw && bids[draw(bids.length)]
    const chosen = drawn ?? bids.reduce((one, other) => (other.regret > one.regret ? other : one))
    division[chosen.request] = chosen.at
    ledger.take(chosen.at)
    bids = bids.flatMap((bid) => {
      if (bid === chosen) return []
      // What fits is never more than before: as long as both are possible nothing else is better.
      const same = ledger.fits(bid.at) && (bid.second === open || ledger.fits(bid.second))
      return same ? bid : (bidOf(field, ledger, bid.request) ?? [])
    })
  }
}

function bidOf({ problem, cheapestFirst }: Field, ledger: Ledger, request: number): Bid | undefined {
  const { choices, unplaced } = problem
  const price = unplaced[request] ?? 0
  let at = open
  for (const second of cheapestFirst[request] ?? []) {
    const cost = choices[second]?.cost ?? price
    if (cost >= price) break
    // The second choice is of another team: another day with the same team falls away with the first.
    if (at !== open && choices[at]?.teamId === choices[second]?.teamId) continue
    if (!ledger.fits(second)) continue
    if (at !== open) return { request, at, second, regret: cost - (choices[at]?.cost ?? 0) }
    at = second
  }
  return at === open ? undefined : { request, at, second: open, regret: price - (choices[at]?.cost ?? 0) }
}

function fieldOf(problem: Problem): Field {
  const { choices, spans } = problem
  const cheapestFirst = spans.map(([from, to]) =>
    Array.from({ length: to - from }, (_, nth) => from + nth).sort(
      (one, other) => (choices[one]?.cost ?? 0) - (choices[other]?.cost ?? 0) || one - other,
    ),
  )
  const numbers = new Map<string, number>()
  const teamsOf = choices.map((choice) =>
    partTeams(choice).map((teamId) => {
      const number = numbers.get(teamId) ?? numbers.size
      numbers.set(teamId, number)
      return number
    }),
  )
  return { problem, cheapestFirst, teamsOf, teams: numbers.size }
}

/** Draws that are the same every time (mulberry32). */
export function dice(seed: number): Draw {
  let state = (seed + 0x6d2b79f5) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
