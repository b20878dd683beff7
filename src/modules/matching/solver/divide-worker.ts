import { parentPort } from 'node:worker_threads'
import { type LaidOut, layOut } from '../laying-out.ts'
import type { SoFar } from '../rules/replay/own-months.ts'
import { tell } from '../telling.ts'
import { divide } from './divide.ts'
import { loadSolver } from './highs.ts'
import { replayMonths } from './replaying.ts'
import type { Order, Word, Work } from './words.ts'

// A thread of its own for all that takes long: taking texts apart, laying out, searching, solving, explaining. The thread that
// answers pages only hands texts on.
const port = parentPort
if (!port) throw new Error('This runs as a thread of the product')
const say = (word: Word) => port.postMessage(word)
const solve = await loadSolver()

port.on('message', (order: Order) => {
  try {
    obey(order)
  } catch (error) {
    // An error of HiGHS can carry its whole source; and never the model, which is somebody's list.
    say({ id: order.id, kind: 'failed', message: String((error as Error)?.message ?? error).slice(0, 500) })
  }
})
say({ kind: 'ready' })

function obey(order: Order): void {
  const { id, seconds } = order
  const flag = new Int32Array(order.stop)
  const stopped = () => Atomics.load(flag, 0) === 1
  if (order.kind === 'solve') {
    const { model, sense, start } = order
    say({ id, kind: 'begun' })
    const solved = solve(model, {
      sense,
      start,
      seconds,
      stopped,
      onProgress: (so) => say({ id, kind: 'solving', ...so }),
    })
    say({ id, kind: 'solved', solved })
    return
  }
  if (order.kind === 'replay') {
    say({ id, kind: 'begun' })
    const onProgress = (so: SoFar) => say({ id, kind: 'replaying', so })
    say({ id, kind: 'replayed', replayed: replayMonths(order.months, solve, { seconds, stopped, onProgress }) })
    return
  }
  const whole = wholeOf(order.work)
  say({ id, kind: 'begun' })
  const divided =
    order.kind === 'tell'
      ? order.divided
      : divide(whole.problem, solve, {
          seconds,
          stopped,
          onProgress: (so) => say({ id, kind: 'dividing', divided: so }),
        })
  say({ id, kind: 'divided', divided, told: whole.told ? JSON.stringify(tell(whole.told, divided)) : undefined })
}

function wholeOf(work: Work): { problem: LaidOut['problem']; told: LaidOut | undefined } {
  if ('problem' in work) return { problem: work.problem, told: undefined }
  const told = layOut(work.texts)
  return { problem: told.problem, told }
}
