import type { Model } from '../../rules/division/model.ts'
import type { Column } from '../highs.ts'
import type { Bundle } from './best-bundle.ts'
import type { Field } from './field.ts'

const noLimit = 1e30
/** Less than this of a column is a matter of rounding. */
const hair = 1e-6
const million = 1_000_000

/** The bundles found so far, as columns after those that are loose; its rows are those of the field. */
export class MainModel {
  readonly field: Field
  readonly #columns: Column[]
  readonly #bundles: { team: number; bundle: Bundle }[] = []
  readonly #known = new Set<string>()
  readonly #width: number

  /** @param start columns of the piece: what each team does there is its first bundle */
  constructor(field: Field, start: readonly number[]) {
    this.field = field
    this.#width = start.length
    this.#columns = field.loose.map(({ cost, request, parts }) => ({
      cost,
      rows: [request, ...parts],
      values: [1, ...parts.map(() => -1)],
    }))
    const parts = new Set(field.loose.flatMap(({ column, parts: own }) => (start[column] === 1 ? own : [])))
    for (const [nth, { tasks }] of field.teams.entries()) {
      const own = tasks
        .flat()
        .filter(({ row, column }) => (column === undefined ? parts.has(row) : start[column] === 1))
      if (own.length > 0) this.add(nth, own)
    }
  }

  /** @returns its column, when it is a new one */
  add(team: number, bundle: Bundle): Column | undefined {
    const tasks = bundle.map(({ row, column = '' }) => `${row} ${column}`)
    const key = `${team} ${tasks.sort().join()}`
    if (this.#known.has(key)) return undefined
    this.#known.add(key)
    const rows = [this.field.teams[team]?.row ?? 0, ...bundle.map(({ row }) => row)]
    const cost = bundle.reduce((sum, task) => sum + task.cost, 0)
    const column = { cost, rows, values: rows.map(() => 1) }
    this.#columns.push(column)
    this.#bundles.push({ team, bundle })
    return column
  }

  /** Each request once, each team at most one bundle, and no part without room for it; parts of columns may be taken. */
  model(): Model {
    const { requests, teams, parts } = this.field
    const numRows = requests + teams.length + parts
    const numCols = this.#columns.length
    const entries = Array.from({ length: numRows }, () => ({ indices: [] as number[], values: [] as number[] }))
    for (const [column, { rows, values }] of this.#columns.entries()) {
      for (const [nth, row] of rows.entries()) {
        entries[row]?.indices.push(column)
        entries[row]?.values.push(values[nth] ?? 0)
      }
    }
    const starts = [0]
    for (const { indices } of entries) starts.push((starts.at(-1) ?? 0) + indices.length)
    const perRow = (ofRequest: number, ofTeam: number, ofPart: number) => [
      ...Array<number>(requests).fill(ofRequest),
      ...Array<number>(teams.length).fill(ofTeam),
      ...Array<number>(parts).fill(ofPart),
    ]
    return {
      numCols,
      numRows,
      colCost: this.#columns.map(({ cost }) => cost),
      colLower: Array(numCols).fill(0),
      colUpper: Array(numCols).fill(noLimit),
      integrality: Array(numCols).fill(0),
      rowLower: perRow(1, -noLimit, 0),
      rowUpper: perRow(1, 1, noLimit),
      starts,
      indices: entries.flatMap(({ indices }) => indices),
      values: entries.flatMap(({ values }) => values),
    }
  }

  /**
   * Columns of the piece: of each team the bundle of which most was taken, the surest first, and of that what nobody has yet. The rest is
   * left open: a search fills it in, also with two teams for one request.
   * @param values how much of each column was taken
   * @param draw with it a bundle of which little was taken may come first now and then
   */
  rounded(values: ArrayLike<number>, draw?: (below: number) => number): number[] {
    const { loose, requests } = this.field
    const taken = this.#bundles.flatMap((one, nth) => {
      const part = values[loose.length + nth] ?? 0
      return part > hair ? [{ ...one, first: draw ? Math.log((draw(million) + 1) / million) / part : part }] : []
    })
    const columns = Array<number>(this.#width).fill(0)
    const done = new Set<number>()
    for (const { team, bundle } of taken.sort((one, other) => other.first - one.first)) {
      const row = this.field.teams[team]?.row ?? 0
      if (done.has(row)) continue
      done.add(row)
      for (const task of bundle) {
        if (task.column === undefined || done.has(task.row)) continue
        done.add(task.row)
        columns[task.column] = 1
      }
    }
    for (const { column, request } of loose.slice(-requests)) columns[column] = done.has(request) ? 0 : 1
    return columns
  }
}
