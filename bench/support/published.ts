import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Model } from '../../src/modules/matching/rules/division/model.ts'

/**
 * A published problem of the kind `generalised assignment`. The OR-Library asks for the most; the proven optima of the list are
 * those of the least cost, so that is what is solved.
 */
export type Published = { name: string; optimum: number; model: Model }

/** Where the sixty instances of the OR-Library stand, beside the project: they are not ours to copy into it. */
export const publishedFolder = `${resolve('../shared/data/gap')}/`

/** All sixty in the order of their list; undefined where the folder is absent. */
export function publishedInstances(): Published[] | undefined {
  const list = `${publishedFolder}optima.csv`
  if (!existsSync(list)) return undefined
  const [head = '', ...lines] = readFileSync(list, 'utf8').trim().split('\n')
  const optimumAt = head.split(',').indexOf('Optimum')
  return lines.map((line) => {
    const values = line.split(',')
    const name = values[0] ?? ''
    return { name, optimum: Number(values[optimumAt]), model: modelOf(readFileSync(publishedFolder + name, 'utf8')) }
  })
}

/** Agents, jobs, a value and a use per pair, a capacity per agent: each job to one agent. */
function modelOf(text: string): Model {
  const numbers = text.trim().split(/\s+/).map(Number)
  const [agents = 0, jobs = 0] = numbers
  const pairs = agents * jobs
  const values = numbers.slice(2, 2 + pairs)
  const uses = numbers.slice(2 + pairs, 2 + 2 * pairs)
  const capacities = numbers.slice(2 + 2 * pairs, 2 + 2 * pairs + agents)
  const jobRows = Array.from({ length: jobs }, (_, job) => Array.from({ length: agents }, (_, a) => a * jobs + job))
  const agentRows = Array.from({ length: agents }, (_, a) => Array.from({ length: jobs }, (_, job) => a * jobs + job))
  const rows = [...jobRows, ...agentRows]
  const starts = [0]
  for (const [nth, row] of rows.entries()) starts.push((starts[nth] ?? 0) + row.length)
  return {
    numCols: pairs,
    numRows: rows.length,
    colCost: values,
    colLower: values.map(() => 0),
    colUpper: values.map(() => 1),
    integrality: values.map(() => 1),
    rowLower: [...jobRows.map(() => 1), ...agentRows.map(() => -1e30)],
    rowUpper: [...jobRows.map(() => 1), ...capacities],
    starts,
    indices: rows.flat(),
    values: [...jobRows.flat().map(() => 1), ...agentRows.flat().map((at) => uses[at] ?? 0)],
  }
}

/** What a solution is worth, counted anew; undefined when it breaks a row. */
export function worthOf(model: Model, columns: ArrayLike<number>): number | undefined {
  const whole = model.colCost.map((_, at) => ((columns[at] ?? 0) > 0.5 ? 1 : 0))
  for (let row = 0; row < model.numRows; row += 1) {
    let sum = 0
    for (let at = model.starts[row] ?? 0; at < (model.starts[row + 1] ?? 0); at += 1)
      sum += (model.values[at] ?? 0) * (whole[model.indices[at] ?? 0] ?? 0)
    if (sum < (model.rowLower[row] ?? 0) || sum > (model.rowUpper[row] ?? 0)) return undefined
  }
  return whole.reduce<number>((sum, one, at) => sum + one * (model.colCost[at] ?? 0), 0)
}
