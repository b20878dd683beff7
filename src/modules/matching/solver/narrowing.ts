import type { Model } from '../rules/division/model.ts'
import type { Solve, Solved, Solving } from './highs.ts'
import { Neighbours } from './neighbours.ts'
import { byColumn, withOnly } from './part-model.ts'

/** Each part is solved until it is proven, or so many nodes: never by the clock. */
const partNodes = 20
/** Each request has its turn in a part of so many requests: a larger one takes more time than it gains. */
const partSize = 40

/**
 * A large model in three steps. Without whole numbers it is solved at once, and says what every column costs at least beside the best (its
 * reduced cost). With that the answer to begin from is made better part by part. Then what costs more than that answer leaves can be
 * in no better one: it is left out, which loses nothing, and the rest is solved until it is proven.
 */
export function solveNarrowed(
  solve: Solve,
  model: Model,
  { start, seconds, stopped, onProgress }: Solving & { start: readonly number[] },
): Solved {
  const until = performance.now() + seconds * 1000
  const left = () => Math.max(0.1, (until - performance.now()) / 1000)
  const { status, bound, reduced } = solve(
    { ...model, integrality: model.integrality.map(() => 0) },
    { seconds, stopped },
  )
  let best = start
  if (status !== 'proven' || bound === undefined || !reduced) return { status, columns: best, bound: undefined }
  onProgress?.({ bound })

  const columnsOf = byColumn(model)
  const neighbours = new Neighbours(model, columnsOf, reduced)
  for (const part of neighbours.parts(partSize, () => best)) {
    if (stopped?.()) return { status: 'stopped', columns: best, bound }
    const found = among(part, { seconds: left(), nodes: partNodes })
    if (improve(found.columns)) onProgress?.({ columns: best, bound })
    if (found.status === 'time-limit') return { status: 'time-limit', columns: best, bound }
  }

  // Costs are whole: whatever is better is so by one at least.
  const spare = costOf(model, best) - 1 - bound + 1e-3
  if (spare < 0) return { status: 'proven', columns: best, bound: costOf(model, best) }
  const possible = new Set(model.colCost.keys())
  for (const column of possible) if ((reduced[column] ?? 0) > spare) possible.delete(column)
  const rest = among(possible, {
    seconds: left(),
    proveOnly: true,
    onProgress: ({ columns, bound: proven }) => {
      const better = improve(columns)
      onProgress?.({ columns: better ? best : undefined, bound: atLeast(proven) })
    },
  })
  improve(rest.columns)
  return { ...rest, columns: best, bound: atLeast(rest.bound) }

  /** The best among these columns, with those of the best answer so far. */
  function among(columns: ReadonlySet<number>, limits: Omit<Solving, 'start' | 'stopped'>): Solved {
    const kept = [...model.colCost.keys()].filter((column) => columns.has(column) || best[column] === 1)
    const widened = (values: ArrayLike<number> | undefined) => {
      if (!values) return undefined
      const wide = Array<number>(model.numCols).fill(0)
      for (const [nth, column] of kept.entries()) wide[column] = Math.round(values[nth] ?? 0)
      return wide
    }
    const { onProgress: tell, ...within } = limits
    const solved = solve(withOnly(model, columnsOf, kept), {
      ...within,
      start: kept.map((column) => best[column] ?? 0),
      stopped,
      onProgress: tell && ((so) => tell({ columns: widened(so.columns), bound: so.bound })),
    })
    return { ...solved, columns: widened(solved.columns) }
  }

  function improve(columns: ArrayLike<number> | undefined): boolean {
    if (!columns || costOf(model, columns) >= costOf(model, best)) return false
    best = Array.from(columns)
    return true
  }

  /** Of what was left out nothing is better than the best answer: no bound says more than that. */
  function atLeast(proven: number | undefined): number {
    return Math.max(bound ?? 0, Math.min(proven ?? 0, costOf(model, best)))
  }
}

function costOf({ colCost }: Model, columns: ArrayLike<number>): number {
  return colCost.reduce((sum, cost, column) => sum + cost * (columns[column] ?? 0), 0)
}
