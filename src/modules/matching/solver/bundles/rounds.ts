import type { Column } from '../highs.ts'
import { BundleSearch } from './best-bundle.ts'
import type { Task } from './field.ts'
import type { MainModel } from './main-model.ts'

/** Steps in the search for bundles of one team, each time. */
const steps = 300
/** So many times it is asked which bundles would help, at most. */
const mostRounds = 50
/** How near to the best prices so far those lie with which is asked: prices that jump about bring bundles that nobody needs. */
const steady = 0.8
/** What helps less than this is a matter of rounding. */
const hair = 1e-6

/** What one more of each row of the main model is worth: of a request, of a team (never above nought) and of a part. */
type Prices = Float64Array

/** Asks every team, round after round, which bundles would make the answer better at the prices of now. */
export class Rounds {
  /** Nothing costs less than this: what all requests are worth, without the most that each team could earn with them (Lagrange). */
  bound = 0
  /** The clock struck before it was asked often enough. */
  cut = false
  readonly #main: MainModel
  readonly #isOver: () => boolean
  readonly #searches: readonly BundleSearch[]
  #best: Prices
  #count = 0

  constructor(main: MainModel, isOver: () => boolean) {
    const { field } = main
    this.#main = main
    this.#isOver = isOver
    this.#searches = field.teams.map((team) => new BundleSearch(team, steps))
    this.#best = new Float64Array(field.requests + field.teams.length + field.parts)
  }

  /**
   * Begins with what rows per room say of it.
   * @param worth of each request; of a choice that two teams divide both parts are taken to be worth as much
   */
  begin(worth: ArrayLike<number>): void {
    const { requests, loose } = this.#main.field
    const prices = new Float64Array(this.#best.length)
    for (let row = 0; row < requests; row += 1) prices[row] = worth[row] ?? 0
    // Nothing that is loose may earn: a request is worth no more than what it costs without anybody's room.
    for (const { cost, request, parts } of loose) {
      if (parts.length === 0) prices[request] = Math.min(prices[request] ?? 0, cost)
      for (const row of parts) prices[row] = Math.max(prices[row] ?? 0, ((prices[request] ?? 0) - cost) / parts.length)
    }
    this.#ask(prices, prices)
  }

  /** @returns columns to add; none when no more would help, or after so many rounds */
  next(duals: ArrayLike<number>): Column[] {
    this.#count += 1
    this.cut = this.#isOver()
    if (this.cut || this.#count > mostRounds) return []
    const now = Float64Array.from(duals)
    const steadied = now.map((price, row) => steady * (this.#best[row] ?? 0) + (1 - steady) * price)
    const columns = this.#ask(steadied, now)
    return columns.length > 0 ? columns : this.#ask(now, now)
  }

  /** What helps at the prices of now, asked with prices that lie nearer to the best so far. */
  #ask(asked: Prices, now: Prices): Column[] {
    const { requests, teams } = this.#main.field
    const columns: Column[] = []
    const prices = asked.slice()
    let bound = 0
    for (let row = 0; row < requests; row += 1) bound += asked[row] ?? 0
    for (const [nth, search] of this.#searches.entries()) {
      const row = teams[nth]?.row ?? 0
      const { bundles, atMost } = search.find((task) => worthAt(asked, task), Math.max(0, -(asked[row] ?? 0)))
      bound -= atMost
      prices[row] = -atMost
      for (const bundle of bundles) {
        const gain = bundle.reduce((sum, task) => sum + worthAt(now, task), now[row] ?? 0)
        const column = gain > hair ? this.#main.add(nth, bundle) : undefined
        if (column) columns.push(column)
      }
    }
    if (this.#count === 0 || bound > this.bound) {
      this.bound = bound
      this.#best = prices
    }
    return columns
  }
}

function worthAt(prices: Prices, { row, cost }: Task): number {
  return (prices[row] ?? 0) - cost
}
