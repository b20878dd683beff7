import type { Model } from '../rules/division/model.ts'
import type { ByColumn } from './part-model.ts'

/** Of each request so many columns may change. */
const likely = 12

/** Requests, by the row that says `each once`, that compete with each other; and which columns stand in the way of which. */
export class Neighbours {
  readonly #model: Model
  readonly #columns: ByColumn
  readonly #reduced: ArrayLike<number>
  /** Per request its columns, those that cost least beside the best first. */
  readonly #likeliest = new Map<number, readonly number[]>()

  constructor(model: Model, columns: ByColumn, reduced: ArrayLike<number>) {
    this.#model = model
    this.#columns = columns
    this.#reduced = reduced
    const costs = (column: number) => reduced[column] ?? 0
    for (const [row, lower] of model.rowLower.entries()) {
      const own = this.#columnsOf(row).sort((one, other) => costs(one) - costs(other) || one - other)
      if (lower === 1) this.#likeliest.set(row, own.slice(0, likely))
    }
  }

  /**
   * Parts of so many requests worth solving anew around an answer: per part the columns that may change. First around whose column costs
   * most beside the best, until each request was in one. The answer is looked at anew for each part.
   */
  *parts(size: number, answer: () => readonly number[]): Generator<ReadonlySet<number>> {
    const seen = new Set<number>()
    for (;;) {
      const chosen = this.#chosenOf(answer())
      const waiting = [...chosen].filter(([row]) => !seen.has(row))
      const [first] = waiting.sort(([, one], [, other]) => this.#costs(other) - this.#costs(one) || one - other)
      if (!first) return
      const rows = this.#around(first[0], size, chosen)
      for (const row of rows) seen.add(row)
      yield new Set([...rows].flatMap((row) => this.#likeliest.get(row) ?? []))
    }
  }

  /** Who has the room that a request would like, then who has the room that those would like, and so on. */
  #around(first: number, size: number, chosen: ReadonlyMap<number, number>): Set<number> {
    const requestOf = new Map([...chosen].map(([row, column]) => [column, row]))
    const rows = new Set([first])
    for (const row of rows) {
      for (const column of this.#likeliest.get(row) ?? []) {
        for (const limit of this.#columns[column]?.rows ?? []) {
          if (this.#likeliest.has(limit)) continue
          for (const rival of this.#columnsOf(limit)) {
            const request = requestOf.get(rival)
            if (request !== undefined) rows.add(request)
            if (rows.size >= size) return rows
          }
        }
      }
    }
    return rows
  }

  /** Per request the column of an answer. */
  #chosenOf(answer: readonly number[]): Map<number, number> {
    const chosen = new Map<number, number>()
    for (const [column, value] of answer.entries()) {
      const row = value === 1 && this.#columns[column]?.rows.find((one) => this.#likeliest.has(one))
      if (typeof row === 'number') chosen.set(row, column)
    }
    return chosen
  }

  #costs(column: number): number {
    return this.#reduced[column] ?? 0
  }

  #columnsOf(row: number): number[] {
    return this.#model.indices.slice(this.#model.starts[row], this.#model.starts[row + 1])
  }
}
