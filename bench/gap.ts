import { SolverPool } from '../src/modules/matching/solver/pool.ts'
import { machineLine, ms, percentile, table } from './support/figures.ts'
import { publishedFolder, publishedInstances, worthOf } from './support/published.ts'

/** The sixty published instances of the generalised assignment problem through the product's own solver layer. */
const instances = publishedInstances()
if (!instances) {
  console.error(`The instances are not at ${publishedFolder}: nothing to measure.`)
  process.exit(1)
}
const pool = new SolverPool()
const took: number[] = []
const wrong: string[] = []
for (const { name, optimum, model } of instances) {
  const started = performance.now()
  const solved = await pool.solve(model, { seconds: 120 })
  took.push(performance.now() - started)
  const worth = solved.columns && worthOf(model, solved.columns)
  if (solved.status !== 'proven' || worth !== optimum) wrong.push(`${name}: ${solved.status} ${worth} ≠ ${optimum}`)
}
await pool.close()

console.log(machineLine('npm run bench -- gap'))
console.log(
  table(
    ['instances', 'at the known optimum', 'median ms', 'p90 ms', 'slowest ms', 'together s'],
    [
      [
        instances.length,
        instances.length - wrong.length,
        ms(percentile(took, 0.5)),
        ms(percentile(took, 0.9)),
        ms(Math.max(...took)),
        (took.reduce((sum, one) => sum + one, 0) / 1000).toFixed(1),
      ],
    ],
  ),
)
for (const line of wrong) console.log(line)
if (wrong.length > 0) process.exitCode = 1
