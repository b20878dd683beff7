import { type Division, open, type Problem } from './problem.ts'

/** A linear model in whole numbers, row by row, as HiGHS takes it. */
export type Model = {
  numCols: number
  numRows: number
  colCost: number[]
  colLower: number[]
  colUpper: number[]
  /** 1 is a whole number, 0 may be anything between its bounds. */
  integrality: number[]
  rowLower: number[]
  rowUpper: number[]
  starts: number[]
  indices: number[]
  values: number[]
}

type Row = { indices: number[]; values: number[]; lower: number; upper: number }

/** Lower than any row can reach. */
const noLimit = -1e30

/**
 * One column per choice and one per request that may stay open; one row per request, and one per slot that could overflow. Rows that
 * always hold are left out, and of equal ones the tightest is kept: both make it quicker.
 */
export function toModel(problem: Problem): Model {
  const { choices, spans, unplaced } = problem
  const opens = choices.length
  const rows: Row[] = spans.map(([from, to], request) => {
    const indices = [...range(from, to), opens + request]
    return { indices, values: indices.map(() => 1), lower: 1, upper: 1 }
  })
  rows.push(...roomRows(problem))
  const columns = choices.length + unplaced.length
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: [...choices.map(({ cost }) => cost), ...unplaced],
    colLower: Array(columns).fill(0),
    colUpper: Array(columns).fill(1),
    // Whether a request stays open follows from its choices: whole by itself.
    integrality: [...choices.map(() => 1), ...unplaced.map(() => 0)],
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    starts: startsOf(rows),
    indices: rows.flatMap(({ indices }) => indices),
    values: rows.flatMap(({ values }) => values),
  }
}

function startsOf(rows: readonly Row[]): number[] {
  const starts = [0]
  for (const [nth, { indices }] of rows.entries()) starts.push((starts[nth] ?? 0) + indices.length)
  return starts
}

function roomRows({ choices, slots, slotsOf, asked }: Problem): Row[] {
  const takers = slots.map((): number[] => [])
  for (const [choice, own] of slotsOf.entries()) for (const slot of own) takers[slot]?.push(choice)
  const tightest = new Map<string, Row>()
  const keep = (indices: number[], values: number[], upper: number) => {
    const key = `${indices.join()} ${values.join()}`
    const known = tightest.get(key)
    if (known) known.upper = Math.min(known.upper, upper)
    else tightest.set(key, { indices, values, lower: noLimit, upper })
  }
  for (const [at, { minutes, clients }] of slots.entries()) {
    const indices = takers[at] ?? []
    const values = indices.map((choice) => choices[choice]?.minutes ?? 0)
    if (minutes !== undefined && most(indices, values) > minutes) keep(indices, values, minutes)
    const ones = indices.map(() => 1)
    if (clients !== undefined && most(indices, ones) > clients) keep(indices, ones, clients)
  }
  return [...tightest.values()]

  /** Each request takes at most one of its choices. */
  function most(indices: readonly number[], values: readonly number[]): number {
    const per = new Map<string, number>()
    for (const [nth, choice] of indices.entries()) {
      const requestId = choices[choice]?.requestId ?? ''
      per.set(requestId, Math.max(per.get(requestId) ?? 0, values[nth] ?? 0))
    }
    return asked.length === 0 ? 0 : [...per.values()].reduce((sum, value) => sum + value, 0)
  }
}

/** The values of a model's columns for a division, to begin from. */
export function toColumns({ choices, asked }: Problem, division: Division): number[] {
  const columns = Array<number>(choices.length + asked.length).fill(0)
  for (const [request, choice] of division.entries()) columns[choice === open ? choices.length + request : choice] = 1
  return columns
}

/** And back; columns are rounded, the checker says whether that was right. */
export function toDivision({ spans }: Problem, columns: ArrayLike<number>): Division {
  return spans.map(([from, to]) => range(from, to).find((at) => (columns[at] ?? 0) > 0.5) ?? open)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, nth) => from + nth)
}
