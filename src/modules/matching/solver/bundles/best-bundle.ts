import type { Task, Team } from './field.ts'

/** Tasks of one team that it has room for together, at most one of each request. */
export type Bundle = readonly Task[]

/** A task with what it is worth, and what is left of that after paying for its room. */
type Bid = { task: Task; worth: number }

/** Of one team the dearest found are kept, the last the dearest. */
const mostKept = 5
/** So many rounds look for the price of room at which everything that would be bid for just fits. */
const priceRounds = 40
const hair = 1e-7

/**
 * The dearest bundles of one team: a search in depth that turns back where even the best of what still fits, with room at a price, is worth
 * no more. Ends after so many steps, never by the clock.
 */
export class BundleSearch {
  readonly #team: Team
  readonly #steps: number
  /** Per limit what one of it costs; from the time before, which was much alike. */
  #prices: Float64Array

  constructor(team: Team, steps: number) {
    this.#team = team
    this.#steps = steps
    this.#prices = new Float64Array(team.limits.length)
  }

  /** @returns bundles worth more than `over`, and what none is worth more than */
  find(worthOf: (task: Task) => number, over: number): { bundles: Bundle[]; atMost: number } {
    const bids = this.#team.tasks.flatMap((list) => {
      const own = list.map((task) => ({ task, worth: worthOf(task) })).filter(({ worth }) => worth > hair)
      return own.length > 0 ? [own] : []
    })
    const relaxed = this.#price(bids)
    if (relaxed <= over + hair) return { bundles: [], atMost: Math.max(0, relaxed) }
    const depth = new Depth(this.#team.limits, this.#prices, over + hair, this.#steps)
    depth.visit(this.#inOrder(bids), 0)
    const { bundles, dearest, ended } = depth
    return { bundles, atMost: Math.max(0, ended ? dearest : relaxed) }
  }

  /** Finds prices for room, and with them a worth that no bundle exceeds (Lagrange, by subgradients). */
  #price(bids: readonly (readonly Bid[])[]): number {
    const { limits } = this.#team
    const prices = this.#prices
    const demand = new Float64Array(limits.length)
    let least = Number.POSITIVE_INFINITY
    let best = prices.slice()
    for (let round = 0; round < priceRounds; round += 1) {
      let worth = 0
      for (let at = 0; at < limits.length; at += 1) worth += (prices[at] ?? 0) * (limits[at] ?? 0)
      demand.fill(0)
      for (const own of bids) {
        let most = 0
        let chosen: Task | undefined
        for (const bid of own) {
          const rest = leftOf(bid, prices)
          if (rest <= most) continue
          most = rest
          chosen = bid.task
        }
        worth += most
        if (chosen)
          for (let at = 0; at < limits.length; at += 1) demand[at] = (demand[at] ?? 0) + (chosen.uses[at] ?? 0)
      }
      if (worth < least) {
        least = worth
        best = prices.slice()
      }
      let norm = 0
      for (let at = 0; at < limits.length; at += 1) {
        const over = (demand[at] ?? 0) - (limits[at] ?? 0)
        if (over > 0 || (prices[at] ?? 0) > 0) norm += over * over
      }
      if (norm === 0) break
      const step = (1.5 * 0.93 ** round * Math.max(1, 0.15 * worth)) / norm
      for (let at = 0; at < limits.length; at += 1)
        prices[at] = Math.max(0, (prices[at] ?? 0) + step * ((demand[at] ?? 0) - (limits[at] ?? 0)))
    }
    this.#prices = best
    return least
  }

  /** What is left with most after paying goes first: the search then begins with what is likely. */
  #inOrder(bids: readonly (readonly Bid[])[]): Bid[][] {
    const rest = (bid: Bid | undefined) => (bid ? leftOf(bid, this.#prices) : 0)
    return bids
      .map((own) => [...own].sort((one, other) => rest(other) - rest(one)))
      .sort((one, other) => rest(other[0]) - rest(one[0]))
  }
}

class Depth {
  readonly bundles: Bundle[] = []
  dearest: number
  readonly #prices: Float64Array
  readonly #room: Int32Array
  readonly #most: Float64Array
  readonly #taken: Task[] = []
  #steps: number

  constructor(limits: Int32Array, prices: Float64Array, over: number, steps: number) {
    this.#room = limits.slice()
    this.#prices = prices
    this.#most = new Float64Array(limits.length)
    this.dearest = over
    this.#steps = steps
  }

  /** Whether everything was looked at. */
  get ended(): boolean {
    return this.#steps > 0
  }

  visit(bids: readonly Bid[][], worth: number): void {
    this.#steps -= 1
    if (!this.ended) return
    if (worth > this.dearest) this.#keep(worth, [...this.#taken])
    const { fitting, together } = this.#fitting(bids)
    if (worth + together <= this.dearest) return
    const { scarce, value } = this.#scarce()
    if (scarce.length === 0) {
      // All that fits, fits together.
      const best = fitting.map((own) => own.reduce((one, other) => (other.worth > one.worth ? other : one)).task)
      this.#keep(worth + together, [...this.#taken, ...best])
      return
    }
    // After paying only for what is scarce here; and of all from one on, the most that could be left together.
    const left = fitting.map((own) => own.map((bid) => this.#after(bid, scarce)))
    const after = new Float64Array(left.length + 1)
    for (let nth = left.length - 1; nth >= 0; nth -= 1)
      after[nth] = (after[nth + 1] ?? 0) + (left[nth] ?? []).reduce((most, one) => Math.max(most, one), 0)
    for (const [nth, own] of fitting.entries()) {
      if (worth + value + (after[nth] ?? 0) <= this.dearest) return
      const later = fitting.slice(nth + 1)
      for (const [place, bid] of own.entries()) {
        if (worth + value + (after[nth + 1] ?? 0) + (left[nth]?.[place] ?? 0) <= this.dearest) continue
        this.#take(bid.task, 1)
        this.#taken.push(bid.task)
        this.visit(later, worth + bid.worth)
        this.#taken.pop()
        this.#take(bid.task, -1)
        if (!this.ended) return
      }
    }
  }

  #keep(worth: number, bundle: Bundle): void {
    this.dearest = worth
    this.bundles.push(bundle)
    if (this.bundles.length > mostKept) this.bundles.shift()
  }

  /** What still fits by itself, what the best of each request are worth together, and how much room all of that could use. */
  #fitting(bids: readonly Bid[][]): { fitting: Bid[][]; together: number } {
    const room = this.#room
    const most = this.#most.fill(0)
    const fitting: Bid[][] = []
    let together = 0
    for (const own of bids) {
      const kept = own.filter(({ task }) => fits(task.uses, room))
      if (kept.length === 0) continue
      fitting.push(kept)
      let best = 0
      for (const { worth } of kept) if (worth > best) best = worth
      together += best
      for (let at = 0; at < room.length; at += 1) {
        let use = 0
        for (const { task } of kept) if ((task.uses[at] ?? 0) > use) use = task.uses[at] ?? 0
        most[at] = (most[at] ?? 0) + use
      }
    }
    return { fitting, together }
  }

  /** The limits that what fits could exceed, and what their room is worth. */
  #scarce(): { scarce: number[]; value: number } {
    const scarce: number[] = []
    let value = 0
    for (let at = 0; at < this.#room.length; at += 1) {
      if ((this.#most[at] ?? 0) <= (this.#room[at] ?? 0)) continue
      scarce.push(at)
      value += (this.#prices[at] ?? 0) * (this.#room[at] ?? 0)
    }
    return { scarce, value }
  }

  #after({ task, worth }: Bid, scarce: readonly number[]): number {
    let left = worth
    for (const at of scarce) left -= (this.#prices[at] ?? 0) * (task.uses[at] ?? 0)
    return left
  }

  #take({ uses }: Task, times: 1 | -1): void {
    for (let at = 0; at < this.#room.length; at += 1) this.#room[at] = (this.#room[at] ?? 0) - times * (uses[at] ?? 0)
  }
}

function leftOf({ task, worth }: Bid, prices: Float64Array): number {
  let left = worth
  for (let at = 0; at < prices.length; at += 1) left -= (prices[at] ?? 0) * (task.uses[at] ?? 0)
  return left
}

function fits(uses: Int32Array, room: Int32Array): boolean {
  for (let at = 0; at < room.length; at += 1) if ((uses[at] ?? 0) > (room[at] ?? 0)) return false
  return true
}
