import { type Division, open, type Problem } from './problem.ts'

const unlimited = Number.MAX_SAFE_INTEGER

/** What is left of all room while a division is made. */
export class Ledger {
  readonly #problem: Problem
  readonly #minutes: number[]
  readonly #clients: number[]

  constructor(problem: Problem, division: Division = []) {
    this.#problem = problem
    this.#minutes = problem.slots.map(({ minutes }) => minutes ?? unlimited)
    this.#clients = problem.slots.map(({ clients }) => clients ?? unlimited)
    for (const choice of division) if (choice !== open) this.take(choice)
  }

  fits(choice: number): boolean {
    const { minutes } = this.#choice(choice)
    for (const slot of this.#slots(choice)) if (!this.holds(slot, minutes)) return false
    return true
  }

  /** The slots in which this choice finds too little. */
  lacking(choice: number): number[] {
    const { minutes } = this.#choice(choice)
    return this.#slots(choice).filter((slot) => !this.holds(slot, minutes))
  }

  take(choice: number): void {
    this.#move(choice, -1)
  }

  give(choice: number): void {
    this.#move(choice, 1)
  }

  /** Whether one more client fits there, for so many minutes. */
  holds(slot: number, minutes: number): boolean {
    return (this.#minutes[slot] ?? 0) >= minutes && (this.#clients[slot] ?? 0) >= 1
  }

  #move(choice: number, way: 1 | -1): void {
    const { minutes } = this.#choice(choice)
    for (const slot of this.#slots(choice)) {
      this.#minutes[slot] = (this.#minutes[slot] ?? 0) + way * minutes
      this.#clients[slot] = (this.#clients[slot] ?? 0) + way
    }
  }

  #choice(choice: number) {
    const found = this.#problem.choices[choice]
    if (!found) throw new RangeError(`There is no choice ${choice}`)
    return found
  }

  #slots(choice: number): readonly number[] {
    return this.#problem.slotsOf[choice] ?? []
  }
}
