import type { Piece } from '../../rules/division/model.ts'
import type { Problem } from '../../rules/division/problem.ts'
import { requestsOf } from '../../rules/division/rooms.ts'

/** What a team would do of one request: a choice of that team alone, or its part of a choice that two teams divide. */
export type Task = {
  /** The row of the main model that it counts in: its request, or the part that it keeps room for. */
  row: number
  /** Nought for a part: who needs both parts bears the cost. */
  cost: number
  /** The column of the piece; of a part none. */
  column: number | undefined
  /** Per limit of the team how much of it this takes. */
  uses: Int32Array
}

export type Team = {
  row: number
  limits: Int32Array
  /** Per request the tasks of which one may be done. */
  tasks: readonly (readonly Task[])[]
}

/** A column of the piece that is in no bundle: it takes nobody's room, or the parts of two teams, or leaves its request open. */
export type Loose = { column: number; cost: number; request: number; parts: readonly number[] }

/** The rows of the main model: first each request once, then each team one bundle, then room for each part. */
export type Field = { requests: number; teams: readonly Team[]; parts: number; loose: readonly Loose[] }

/** A piece as what each team could do by itself. Parts that take the same room of the same team for the same request are one. */
export function fieldOf({ choices, unplaced, spans }: Problem, { requests, columns, limits }: Piece): Field {
  const columnOf = new Map(columns.map((choice, column) => [choice, column]))
  const nthOf = new Map(requests.map((request, nth) => [request, nth]))
  const requestOf = requestsOf({ spans })
  const ids = [...new Set(limits.map(({ teamId }) => teamId))].sort()
  const partOf = new Map<string, number>()
  const partsOf = new Map<number, number[]>()
  const firstPart = requests.length + ids.length
  const teams = ids.map((teamId, at): Team => {
    const own = limits.filter((limit) => limit.teamId === teamId)
    const usesOf = new Map<number, Int32Array>()
    for (const [nth, limit] of own.entries()) {
      for (const [place, choice] of limit.choices.entries()) {
        const uses = usesOf.get(choice) ?? new Int32Array(own.length)
        uses[nth] = limit.uses[place] ?? 0
        usesOf.set(choice, uses)
      }
    }
    const tasks = new Map<number, Task[]>()
    for (const choice of [...usesOf.keys()].sort((one, other) => one - other)) {
      const request = nthOf.get(requestOf[choice] ?? -1)
      const uses = usesOf.get(choice)
      if (request === undefined || !uses) continue
      const list = tasks.get(request) ?? []
      tasks.set(request, list)
      const { parts, cost = 0 } = choices[choice] ?? {}
      if (!parts) {
        list.push({ row: request, cost, column: columnOf.get(choice), uses })
        continue
      }
      const key = `${request} ${teamId} ${uses.join()}`
      const known = partOf.get(key)
      const row = known ?? firstPart + partOf.size
      partOf.set(key, row)
      partsOf.set(choice, [...(partsOf.get(choice) ?? []), row])
      if (known === undefined) list.push({ row, cost: 0, column: undefined, uses })
    }
    return { row: requests.length + at, limits: Int32Array.from(own, ({ upper }) => upper), tasks: [...tasks.values()] }
  })
  const inBundles = new Set(teams.flatMap(({ tasks }) => tasks.flatMap((list) => list.map(({ column }) => column))))
  const loose = columns.flatMap((choice, column): Loose[] => {
    const { cost = 0 } = choices[choice] ?? {}
    const request = nthOf.get(requestOf[choice] ?? -1) ?? 0
    return inBundles.has(column) ? [] : [{ column, cost, request, parts: partsOf.get(choice) ?? [] }]
  })
  const leftOpen = requests.map(
    (request, nth): Loose => ({ column: columns.length + nth, cost: unplaced[request] ?? 0, request: nth, parts: [] }),
  )
  return { requests: requests.length, teams, parts: partOf.size, loose: [...loose, ...leftOpen] }
}
