import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Model } from '../rules/division/model.ts'

/** What the solver made of a model. `bound`: nothing better than this exists; undefined while nothing is proven. */
export type Solved = {
  /** `proven`: nothing better exists. The others hand over the best so far, which may be nothing. */
  status: 'proven' | 'infeasible' | 'time-limit' | 'stopped' | 'failed'
  columns: ArrayLike<number> | undefined
  bound: number | undefined
  /** Of a failure, without the model. */
  message?: string
}

export type SolveOptions = {
  sense?: 'minimize' | 'maximize'
  /** A solution to begin from. */
  start?: readonly number[]
  seconds: number
  /** Stops at once; what was found so far is the answer. */
  signal?: AbortSignal
  onProgress?: (progress: { columns?: ArrayLike<number>; bound: number | undefined }) => void
}

type Task = {
  model: Model
  options: SolveOptions
  columns: ArrayLike<number> | undefined
  bound: number | undefined
  settle: (solved: Solved) => void
}

type Word =
  | { kind: 'ready'; version: string }
  | { id: number; kind: 'better'; columns: Float64Array; bound: number }
  | { id: number; kind: 'bound'; bound: number }
  | { id: number; kind: 'done'; status: Solved['status']; columns?: Float64Array; bound: number }
  | { id: number; kind: 'failed'; message: string }

/** So many models per thread: its memory grows to the largest model it saw and never shrinks. */
const modelsPerThread = 100
/** Loading the solver takes a quarter of a second: a thread waits this long for a next model. */
const idleMilliseconds = 30_000
/** HiGHS looks at its clock between steps; a thread that is still busy this long after is stopped. */
const graceMilliseconds = 3_000

/** One thread that solves one model after the other. The thread that answers pages never waits for it. */
export class SolverPool {
  #worker: Worker | undefined
  #running: Task | undefined
  #waiting: Task[] = []
  #solved = 0
  #idle: NodeJS.Timeout | undefined
  #clock: NodeJS.Timeout | undefined
  #closed = false

  solve(model: Model, options: SolveOptions): Promise<Solved> {
    return new Promise((settle) => {
      const { signal } = options
      if (this.#closed || signal?.aborted) {
        settle({ status: 'stopped', columns: undefined, bound: undefined })
        return
      }
      const task: Task = { model, options, columns: undefined, bound: undefined, settle }
      signal?.addEventListener('abort', () => this.#abort(task), { once: true })
      this.#waiting.push(task)
      this.#next()
    })
  }

  /** Stops what runs and what waits; each answers with what it has. */
  async close(): Promise<void> {
    this.#closed = true
    for (const task of this.#waiting.splice(0)) this.#answer(task, 'stopped')
    if (this.#running) this.#finish('stopped')
    await this.#letGo()
  }

  #next(): void {
    if (this.#running) return
    const task = this.#waiting.shift()
    if (!task) {
      this.#rest()
      return
    }
    clearTimeout(this.#idle)
    this.#running = task
    const { model, options } = task
    const { sense = 'minimize', start, seconds } = options
    this.#solved += 1
    this.#worker ??= this.#open()
    this.#clock = setTimeout(() => this.#replace('time-limit'), seconds * 1000 + graceMilliseconds)
    this.#worker.postMessage({ id: this.#solved, model, sense, start, seconds })
  }

  #open(): Worker {
    const worker = new Worker(workerFile())
    worker.on('message', (word: Word) => this.#hear(word))
    worker.on('error', (error: Error) => {
      if (worker === this.#worker) this.#replace('failed', error.message.slice(0, 500))
    })
    // The product ends when its own work is done, whatever a model would still like to prove.
    worker.unref()
    return worker
  }

  #hear(word: Word): void {
    const task = this.#running
    if (word.kind === 'ready' || !task || word.id !== this.#solved) return
    if (word.kind === 'failed') {
      this.#finish('failed', word.message)
      return
    }
    task.bound = Number.isFinite(word.bound) && Math.abs(word.bound) < 1e20 ? word.bound : task.bound
    if (word.kind !== 'bound') task.columns = word.columns ?? task.columns
    if (word.kind === 'done') this.#finish(word.status)
    else {
      const columns = word.kind === 'better' ? word.columns : undefined
      task.options.onProgress?.({ columns, bound: task.bound })
    }
  }

  #abort(task: Task): void {
    if (task === this.#running) this.#replace('stopped')
    else if (this.#waiting.includes(task)) {
      this.#waiting = this.#waiting.filter((other) => other !== task)
      this.#answer(task, 'stopped')
    }
  }

  /** A model in progress can only be stopped together with its thread. */
  #replace(status: Solved['status'], message?: string): void {
    void this.#letGo()
    this.#finish(status, message)
  }

  #finish(status: Solved['status'], message?: string): void {
    const task = this.#running
    if (!task) return
    clearTimeout(this.#clock)
    this.#running = undefined
    if (this.#solved % modelsPerThread === 0) void this.#letGo()
    this.#answer(task, status, message)
    this.#next()
  }

  #answer({ settle, columns, bound }: Task, status: Solved['status'], message?: string): void {
    settle({ status, columns, bound, ...(message === undefined ? {} : { message }) })
  }

  #rest(): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => void this.#letGo(), idleMilliseconds)
    this.#idle.unref()
  }

  async #letGo(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }
}

/** Beside this file in the sources; in the product beside the program, of which this code may be a part one folder deeper. */
function workerFile(): URL {
  const places = ['./solve-worker.mjs', './solve-worker.js', '../solve-worker.js'].map(
    (place) => new URL(place, import.meta.url),
  )
  const found = places.find((place) => existsSync(fileURLToPath(place)))
  if (!found) throw new Error('The worker of the solver is not there: build again')
  return found
}
