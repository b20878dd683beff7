import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Model } from '../rules/division/model.ts'
import type { Problem } from '../rules/division/problem.ts'
import { nothingPlayed, type SoFar } from '../rules/replay/own-months.ts'
import { type Divided, qualityOf } from './divide.ts'
import type { Solved, Solving } from './highs.ts'
import type { Months, Replayed } from './replaying.ts'
import type { Order, Word, Work } from './words.ts'

export type SolveOptions = Omit<Solving, 'stopped'> & {
  /** Stops it; what was found so far is the answer. */
  signal?: AbortSignal
}

export type DivideOptions = {
  seconds: number
  signal?: AbortSignal
  /** The best so far, each time when it is better or more is proven. */
  onProgress?: (progress: { cost: number; bound: number }) => void
}

type ReplayOptions = { seconds: number; signal?: AbortSignal; onProgress?: (so: SoFar) => void }

/** How a task ended when its thread did not end it. */
type Cut = { why: 'time-limit' | 'stopped' | 'failed'; message?: string }
type Said = Exclude<Word, { kind: 'ready' | 'begun' }>
type Unsent = Order extends infer One ? (One extends Order ? Omit<One, 'id' | 'stop'> : never) : never

type Task = {
  order: Unsent
  stop: Int32Array<SharedArrayBuffer>
  hear: (word: Said) => void
  cut: (cut: Cut) => void
}

/** Said of a task that goes on. */
const underway: readonly Word['kind'][] = ['solving', 'dividing', 'replaying']
/** So many tasks per thread: its memory grows to the largest model it saw and never shrinks. */
const tasksPerThread = 100
/** Loading the solver takes a quarter of a second: a thread waits this long for a next task. */
const idleMilliseconds = 30_000
/** HiGHS looks at its clock and at the sign to stop between steps; a thread that is still busy this long after is ended. */
const graceMilliseconds = 3_000
/** A list of some hundreds is taken apart within seconds, also on a machine that has more to do. */
const layingOutMilliseconds = 60_000

/** One thread that does one task after the other. The thread that answers pages never waits for it. */
export class SolverPool {
  #worker: Worker | undefined
  #running: Task | undefined
  #waiting: Task[] = []
  #number = 0
  #idle: NodeJS.Timeout | undefined
  #clock: NodeJS.Timeout | undefined
  #closed = false

  /** One model, by the solver alone. */
  solve(model: Model, { sense, start, seconds, signal, onProgress }: SolveOptions): Promise<Solved> {
    let columns: ArrayLike<number> | undefined
    let bound: number | undefined
    return new Promise((settle) => {
      this.#add({ kind: 'solve', model, sense, start, seconds }, signal, {
        hear(word) {
          if (word.kind === 'solved') settle(word.solved)
          if (word.kind !== 'solving') return
          columns = word.columns ?? columns
          bound = word.bound ?? bound
          onProgress?.({ columns: word.columns, bound })
        },
        cut: ({ why, message }) =>
          settle({ status: why, columns, bound, ...(message === undefined ? {} : { message }) }),
      })
    })
  }

  /** A division of a problem that is laid out already. */
  async divide(problem: Problem, options: DivideOptions): Promise<Divided> {
    return (await this.#divided({ problem }, options)).divided
  }

  /** A division of a question, with all there is to tell about it as one text. */
  async divideQuestion(
    texts: Extract<Work, { texts: unknown }>['texts'],
    options: DivideOptions,
  ): Promise<{ divided: Divided; told: string }> {
    const work = { texts }
    const { divided, told } = await this.#divided(work, options)
    if (told !== undefined) return { divided, told }
    // It was cut short, so nothing was told: another thread tells it of the best so far.
    const again = await new Promise<string>((settle, fail) => {
      this.#add({ kind: 'tell', work, divided, seconds: options.seconds }, undefined, {
        hear: (word) => word.kind === 'divided' && settle(word.told ?? ''),
        cut: ({ message }) => fail(new Error(message ?? 'Telling was cut short')),
      })
    })
    return { divided, told: again }
  }

  /** A region's own months under two ways of working; when it is cut short, what was played of them until then. */
  replay(months: Months, { seconds, signal, onProgress }: ReplayOptions): Promise<Replayed> {
    let so = nothingPlayed
    return new Promise((settle, fail) => {
      this.#add({ kind: 'replay', months, seconds }, signal, {
        hear(word) {
          if (word.kind === 'replayed') settle(word.replayed)
          if (word.kind !== 'replaying') return
          so = word.so
          onProgress?.(so)
        },
        cut({ why, message }) {
          if (why === 'failed') fail(new Error(message ?? 'A replay was cut short'))
          else settle({ ...so, cut: why, unproven: 0 })
        },
      })
    })
  }

  #divided(work: Work, { seconds, signal, onProgress }: DivideOptions): Promise<{ divided: Divided; told?: string }> {
    let best: Divided | undefined
    return new Promise((settle, fail) => {
      this.#add({ kind: 'divide', work, seconds }, signal, {
        hear(word) {
          if (word.kind === 'divided') settle(word)
          if (word.kind !== 'dividing') return
          best = word.divided
          const { cost, bound } = best.quality
          onProgress?.({ cost, bound })
        },
        cut({ why, message }) {
          if (!best) fail(new Error(message ?? 'A division was cut short before the first was found'))
          else {
            const quality = { ...best.quality, limitHit: why === 'time-limit', stopped: why === 'stopped' }
            const fault = why === 'failed' ? { fault: message ?? 'The thread broke' } : {}
            settle({ divided: { ...best, quality: qualityOf(quality), ...fault } })
          }
        },
      })
    })
  }

  /** Stops what runs and what waits; each answers with what it has. */
  async close(): Promise<void> {
    this.#closed = true
    for (const task of this.#waiting.splice(0)) task.cut({ why: 'stopped' })
    this.#end({ why: 'stopped' })
    await this.#letGo()
  }

  #add(order: Unsent, signal: AbortSignal | undefined, heard: Pick<Task, 'hear' | 'cut'>): void {
    const task: Task = { order, stop: new Int32Array(new SharedArrayBuffer(4)), ...heard }
    if (this.#closed) {
      task.cut({ why: 'stopped' })
      return
    }
    const stop = () => this.#stop(task)
    if (signal?.aborted) Atomics.store(task.stop, 0, 1)
    else signal?.addEventListener('abort', stop, { once: true })
    this.#waiting.push(task)
    this.#next()
  }

  /** It hears the sign at its next step; a task that waits still gets its first division, and no more. */
  #stop(task: Task): void {
    Atomics.store(task.stop, 0, 1)
    if (task === this.#running) this.#limit(graceMilliseconds, 'stopped')
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
    this.#number += 1
    this.#worker ??= this.#open()
    this.#limit(layingOutMilliseconds, 'time-limit')
    this.#worker.postMessage({ ...task.order, id: this.#number, stop: task.stop.buffer })
  }

  #limit(milliseconds: number, why: 'time-limit' | 'stopped'): void {
    clearTimeout(this.#clock)
    this.#clock = setTimeout(() => this.#replace({ why }), milliseconds)
  }

  #open(): Worker {
    const worker = new Worker(workerFile())
    worker.on('message', (word: Word) => this.#hear(word))
    worker.on('error', (error: Error) => {
      if (worker === this.#worker) this.#replace({ why: 'failed', message: error.message.slice(0, 500) })
    })
    // The product ends when its own work is done, whatever a model would still like to prove.
    worker.unref()
    return worker
  }

  #hear(word: Word): void {
    const task = this.#running
    if (word.kind === 'ready' || !task || word.id !== this.#number) return
    if (word.kind === 'begun') this.#limit(task.order.seconds * 1000 + graceMilliseconds, 'time-limit')
    else if (word.kind === 'failed') this.#replace({ why: 'failed', message: word.message })
    else if (underway.includes(word.kind)) task.hear(word)
    else {
      this.#done()
      // A solver that broke is not asked again: the next task has a thread of its own.
      if (word.kind === 'divided' && word.divided.fault !== undefined) void this.#letGo()
      task.hear(word)
      this.#next()
    }
  }

  /** A thread that does not hear can only be ended, and of one that broke nobody knows what still works. */
  #replace(cut: Cut): void {
    void this.#letGo()
    this.#end(cut)
  }

  #end(cut: Cut): void {
    const task = this.#running
    if (!task) return
    this.#done()
    task.cut(cut)
    this.#next()
  }

  #done(): void {
    clearTimeout(this.#clock)
    this.#running = undefined
    if (this.#number % tasksPerThread === 0) void this.#letGo()
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

/** In the product beside the program, of which this code may be a part one folder deeper; otherwise from the sources. */
function workerFile(): URL {
  const places = ['./solve-worker.js', '../solve-worker.js', './worker-from-sources.mjs'].map(
    (place) => new URL(place, import.meta.url),
  )
  const found = places.find((place) => existsSync(fileURLToPath(place)))
  if (!found) throw new Error('The thread of the solver is not there: build again')
  return found
}
