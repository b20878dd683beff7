import loadHighs, { type ColumnData, type HighsCallbackMap } from 'highs'
import type { Model } from '../rules/division/model.ts'

/** What the solver made of a model. `bound`: nothing better than this exists; undefined while nothing is proven. */
export type Solved = {
  /** `proven`: nothing better exists. The others hand over the best so far, which may be nothing. */
  status: 'proven' | 'infeasible' | 'node-limit' | 'time-limit' | 'stopped' | 'failed'
  columns: ArrayLike<number> | undefined
  bound: number | undefined
  /** Of a model without whole numbers: what one of each column costs at least beside the best. */
  reduced?: ArrayLike<number>
  /** And what one more of each row would be worth. */
  duals?: ArrayLike<number>
  /** Of a failure, without the model. */
  message?: string
}

export type Solving = {
  sense?: 'minimize' | 'maximize'
  /** A solution to begin from. */
  start?: readonly number[]
  seconds: number
  /** After so many nodes it may stop before it is proven, wherever the clock is. */
  nodes?: number
  /** The answer to begin from is good: time goes to proving how good, not to looking for better ones around it. */
  proveOnly?: boolean
  /** Asked now and then: whoever wants it to stop gets the best so far. */
  stopped?: () => boolean
  /** Of a model without whole numbers: columns to add to it, given what each row is worth; asked again until there are none. */
  grow?: (duals: ArrayLike<number>) => readonly Column[]
  onProgress?: (progress: { columns?: ArrayLike<number>; bound: number | undefined }) => void
}

/** A column to add: in which rows it stands, and with what. It may be any number from nought on. */
export type Column = { cost: number; rows: readonly number[]; values: readonly number[] }

export type Solve = (model: Model, solving: Solving) => Solved

/** What HiGHS itself would solve anew around an answer, each time for seconds where a model is large. */
const noNeighbourhoods = {
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
}

/** HiGHS in this thread: a call does not return until it is done, so never in the thread that answers pages. */
export async function loadSolver(): Promise<Solve> {
  const highs = await loadHighs()
  const { mipImprovingSolution, mipInterrupt, mipLogging, simplexInterrupt } = highs.constants.callbackType
  const { optimal, infeasible, timeLimit, solutionLimit } = highs.constants.modelStatus
  const statusOf = new Map<number, Solved['status']>([
    [optimal, 'proven'],
    [infeasible, 'infeasible'],
    [timeLimit, 'time-limit'],
    [solutionLimit, 'node-limit'],
  ])
  return (model, { sense = 'minimize', start, seconds, nodes, proveOnly = false, stopped, grow, onProgress }) => {
    const { starts, indices, values, integrality, ...plain } = model
    const { numCols, numRows } = model
    const matrix = {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }
    const data = {
      ...plain,
      matrix,
      integrality: Int32Array.from(integrality),
      sense: highs.constants.objectiveSense[sense],
    }
    // Disposed afterwards whatever happens: what HiGHS holds is never collected by itself.
    return highs.withModel(data as never, (solver) => {
      solver.options.set({
        output_flag: false,
        time_limit: seconds,
        // Everything is whole: less than one from the best possible is the best possible.
        mip_rel_gap: 0,
        mip_abs_gap: 0.99,
        ...(nodes === undefined ? {} : { mip_max_nodes: nodes }),
        ...(proveOnly ? noNeighbourhoods : {}),
        random_seed: 0,
      })
      if (start) solver.setSolution({ colValue: Float64Array.from(start) })
      const look = (event: { interrupt(): void }) => {
        if (stopped?.()) event.interrupt()
        return undefined
      }
      const hooks: HighsCallbackMap = {
        [simplexInterrupt]: look,
        [mipInterrupt]: look,
        [mipImprovingSolution]({ data: { mip_solution: columns, mip_dual_bound: bound } }) {
          if (columns) onProgress?.({ columns, bound: finite(bound) })
        },
        [mipLogging]({ data: { mip_dual_bound: bound } }) {
          onProgress?.({ bound: finite(bound) })
        },
      }
      solver.run(hooks)
      while (grow && solver.getModelStatus() === optimal && !stopped?.()) {
        const more = grow(solver.getSolution().rowDual)
        if (more.length === 0) break
        solver.addCols(toData(more, numRows))
        solver.run(hooks)
      }
      const status = statusOf.get(solver.getModelStatus()) ?? 'stopped'
      if (status === 'infeasible') return { status, columns: undefined, bound: undefined }
      const { colValue: columns, colDual: reduced, rowDual: duals } = solver.getSolution()
      if (integrality.includes(1))
        return { status, columns, bound: finite(solver.info.get('mip_dual_bound') as number) }
      return { status, columns, bound: status === 'proven' ? solver.getObjectiveValue() : undefined, reduced, duals }
    })
  }
}

function toData(columns: readonly Column[], numRows: number): Omit<ColumnData, 'count'> {
  const starts = [0]
  for (const { rows } of columns) starts.push((starts.at(-1) ?? 0) + rows.length)
  return {
    cost: Float64Array.from(columns, ({ cost }) => cost),
    lower: new Float64Array(columns.length),
    upper: new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY),
    matrix: {
      format: 'csc',
      numRows,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(columns.flatMap(({ rows }) => rows)),
      values: Float64Array.from(columns.flatMap(({ values }) => values)),
    },
  }
}

function finite(bound: number | undefined): number | undefined {
  return bound !== undefined && Number.isFinite(bound) && Math.abs(bound) < 1e20 ? bound : undefined
}
