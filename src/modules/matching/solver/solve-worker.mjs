// A thread of its own for HiGHS: its calls do not return until they are done. Plain JavaScript, so that the same file runs from
// the sources and, bundled beside the program, from the product.
import { parentPort } from 'node:worker_threads'
import loadHighs from 'highs'

const highs = await loadHighs()
const { mipImprovingSolution, mipLogging } = highs.constants.callbackType
const statusOf = {
  [highs.constants.modelStatus.optimal]: 'proven',
  [highs.constants.modelStatus.infeasible]: 'infeasible',
  [highs.constants.modelStatus.timeLimit]: 'time-limit',
}

parentPort.on('message', ({ id, model, sense, start, seconds }) => {
  try {
    parentPort.postMessage({ id, kind: 'done', ...solve(id, model, sense, start, seconds) })
  } catch (error) {
    // An error of HiGHS can carry its whole source; and never the model, which is somebody's list.
    parentPort.postMessage({ id, kind: 'failed', message: String(error?.message ?? error).slice(0, 500) })
  }
})
parentPort.postMessage({ kind: 'ready', version: highs.version.string ?? String(highs.version) })

function solve(id, model, sense, start, seconds) {
  const { starts, indices, values, integrality, ...plain } = model
  const { numCols, numRows } = model
  const matrix = {
    format: 'csr',
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
  return highs.withModel(data, (solver) => {
    solver.options.set({
      output_flag: false,
      time_limit: seconds,
      // Everything is whole: less than one from the best possible is the best possible.
      mip_rel_gap: 0,
      mip_abs_gap: 0.99,
      random_seed: 0,
    })
    if (start) solver.setSolution({ colValue: Float64Array.from(start) })
    solver.run({
      [mipImprovingSolution]({ data: { mip_solution: columns, mip_dual_bound: bound } }) {
        if (columns) parentPort.postMessage({ id, kind: 'better', columns, bound })
      },
      [mipLogging]({ data: { mip_dual_bound: bound } }) {
        parentPort.postMessage({ id, kind: 'bound', bound })
      },
    })
    const status = statusOf[solver.getModelStatus()] ?? 'stopped'
    const whole = status === 'infeasible' ? undefined : solver.getSolution().colValue
    return { status, columns: whole, bound: solver.info.get('mip_dual_bound') }
  })
}
