import type { Model } from '../rules/division/model.ts'

/** Per column in which rows it stands, and with what. */
export type ByColumn = readonly { rows: readonly number[]; values: readonly number[] }[]

export function byColumn({ numCols, numRows, starts, indices, values }: Model): ByColumn {
  const columns = Array.from({ length: numCols }, () => ({ rows: [] as number[], values: [] as number[] }))
  for (let row = 0; row < numRows; row += 1) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const column = columns[indices[at] ?? 0]
      column?.rows.push(row)
      column?.values.push(values[at] ?? 0)
    }
  }
  return columns
}

/** The same model with only these columns, all others nought, and without the rows in which none of them stands. */
export function withOnly(model: Model, columns: ByColumn, kept: readonly number[]): Model {
  const rows = new Map<number, { indices: number[]; values: number[] }>()
  for (const [nth, column] of kept.entries()) {
    for (const [at, row] of (columns[column]?.rows ?? []).entries()) {
      const own = rows.get(row) ?? { indices: [], values: [] }
      own.indices.push(nth)
      own.values.push(columns[column]?.values[at] ?? 0)
      rows.set(row, own)
    }
  }
  const own = [...rows.keys()].sort((one, other) => one - other)
  const starts = [0]
  for (const row of own) starts.push((starts.at(-1) ?? 0) + (rows.get(row)?.indices.length ?? 0))
  const of = (list: readonly number[], places: readonly number[]) => places.map((place) => list[place] ?? 0)
  return {
    numCols: kept.length,
    numRows: own.length,
    colCost: of(model.colCost, kept),
    colLower: of(model.colLower, kept),
    colUpper: of(model.colUpper, kept),
    integrality: of(model.integrality, kept),
    rowLower: of(model.rowLower, own),
    rowUpper: of(model.rowUpper, own),
    starts,
    indices: own.flatMap((row) => rows.get(row)?.indices ?? []),
    values: own.flatMap((row) => rows.get(row)?.values ?? []),
  }
}
