import { type Division, open, type Problem } from './problem.ts'
import { type Limit, limitsOf, requestsOf } from './rooms.ts'

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

/** Requests that compete with each other and with nobody else. */
export type Piece = {
  requests: readonly number[]
  limits: readonly Limit[]
  /** Per column its choice; after those, per request a column for leaving it open. */
  columns: readonly number[]
  model: Model
}

type Pieces = {
  /** The smallest first. */
  pieces: readonly Piece[]
  /** Of each request that competes with nobody its cheapest choice, or that nobody can. */
  settled: ReadonlyMap<number, number>
  /** Per choice one that costs no more and takes no more room: the choice itself, when it is worth looking at. */
  instead: readonly number[]
}

type Row = { indices: number[]; values: number[]; lower: number; upper: number }

/** Lower than any row can reach. */
const noLimit = -1e30

/** A problem in pieces that can be solved one after the other: what is nobody's rival costs a solver nothing. */
export function piecesOf(problem: Problem): Pieces {
  const { choices, spans, unplaced } = problem
  const { limits, worth, instead } = limitsOf(problem)
  const requestOf = requestsOf(problem)
  const groups = groupsOf(
    spans.length,
    limits.map((limit) => limit.choices.map((choice) => requestOf[choice] ?? 0)),
  )
  const ofGroup = new Map<number, Limit[]>()
  for (const limit of limits) {
    const group = groups[requestOf[limit.choices[0] ?? 0] ?? 0] ?? 0
    const known = ofGroup.get(group)
    if (known) known.push(limit)
    else ofGroup.set(group, [limit])
  }
  const alone = [...spans.keys()].filter((request) => !ofGroup.has(groups[request] ?? 0))
  const settled = new Map(alone.map((request) => [request, cheapest(request)]))
  const pieces = [...ofGroup].map(([group, own]): Piece => {
    const requests = [...spans.keys()].filter((request) => groups[request] === group)
    const columns = requests.flatMap((request) => range(...(spans[request] ?? [0, 0])).filter((at) => worth[at]))
    return { requests, limits: own, columns, model: toModel(problem, requests, columns, own) }
  })
  pieces.sort((one, other) => one.requests.length - other.requests.length)
  return { pieces, settled, instead }

  function cheapest(request: number): number {
    const [from, to] = spans[request] ?? [0, 0]
    let best = open
    let least = unplaced[request] ?? 0
    for (let at = from; at < to; at += 1) {
      const cost = choices[at]?.cost ?? least
      if (cost >= least) continue
      best = at
      least = cost
    }
    return best
  }
}

/** One column per choice and one per request that may stay open; one row per request, and one per limit. */
function toModel(
  problem: Problem,
  requests: readonly number[],
  columns: readonly number[],
  limits: readonly Limit[],
): Model {
  const { choices, unplaced, spans } = problem
  const columnOf = new Map(columns.map((choice, column) => [choice, column]))
  const rows = requests.map((request, nth): Row => {
    const [from, to] = spans[request] ?? [0, 0]
    const indices = [...range(from, to).flatMap((choice) => columnOf.get(choice) ?? []), columns.length + nth]
    return { indices, values: indices.map(() => 1), lower: 1, upper: 1 }
  })
  for (const { choices: own, uses, upper } of limits) {
    const indices = own.map((choice) => columnOf.get(choice) ?? 0)
    rows.push({ indices, values: lifted(uses, upper), lower: noLimit, upper })
  }
  const numCols = columns.length + requests.length
  return {
    numCols,
    numRows: rows.length,
    colCost: [
      ...columns.map((choice) => choices[choice]?.cost ?? 0),
      ...requests.map((request) => unplaced[request] ?? 0),
    ],
    colLower: Array(numCols).fill(0),
    colUpper: Array(numCols).fill(1),
    // Whether a request stays open follows from its choices: whole by itself.
    integrality: [...columns.map(() => 1), ...requests.map(() => 0)],
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

/**
 * The same limit for whole choices, and tighter for parts of them: of what takes more than half only one goes in, so it may count for all
 * that nothing beside it can use. Of 60 minutes, a visit of 45 counts for 60 when there are none of 15 or less.
 */
function lifted(uses: readonly number[], room: number): number[] {
  const small = [...new Set(uses)].filter((use) => use <= room / 2)
  const sums = new Set([0])
  for (const sum of sums) for (const use of small) if (sum + use < room / 2) sums.add(sum + use)
  const most = (left: number) => [...sums].reduce((best, sum) => (sum <= left ? Math.max(best, sum) : best), 0)
  return uses.map((use) => (use > room / 2 ? room - most(room - use) : use))
}

/** Per request the first of all that it is tied to, directly or by others. */
function groupsOf(count: number, ties: readonly (readonly number[])[]): number[] {
  const parent = Array.from({ length: count }, (_, request) => request)
  const first = (request: number): number => {
    const up = parent[request] ?? request
    if (up === request) return request
    const top = first(up)
    parent[request] = top
    return top
  }
  for (const tied of ties) {
    for (const other of tied) {
      const [one, two] = [first(tied[0] ?? other), first(other)]
      parent[Math.max(one, two)] = Math.min(one, two)
    }
  }
  return parent.map((_, request) => first(request))
}

/** The values of a piece's columns for a division, to begin from. */
export function toColumns({ requests, columns }: Piece, instead: readonly number[], division: Division): number[] {
  const chosen = new Set(requests.map((request) => instead[division[request] ?? open] ?? open))
  return [
    ...columns.map((choice) => (chosen.has(choice) ? 1 : 0)),
    ...requests.map((request) => (division[request] === open ? 1 : 0)),
  ]
}

/** And back, into a division; columns are rounded, the checker says whether that was right. */
export function withColumns(
  { spans }: Problem,
  { requests, columns }: Piece,
  values: ArrayLike<number>,
  division: Division,
): Division {
  const chosen = new Set(columns.filter((_, column) => (values[column] ?? 0) > 0.5))
  const next = [...division]
  for (const request of requests)
    next[request] = range(...(spans[request] ?? [0, 0])).find((choice) => chosen.has(choice)) ?? open
  return next
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, nth) => from + nth)
}
