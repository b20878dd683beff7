import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Job, Run } from './run-replay.ts'

/**
 * All jobs, by as many threads as there are cores, each the next one that nobody has. What comes of a job does not hang on who plays it, so
 * the answers are the same on any machine, in the order of the jobs.
 *
 * @param program what a thread runs: it takes a job as a message and answers with its run
 */
export async function playAll(jobs: readonly Job[], program: URL, onDone: (done: number) => void): Promise<Run[]> {
  const runs: Run[] = []
  let next = 0
  let done = 0
  const threads = Array.from({ length: Math.min(availableParallelism(), jobs.length) }, () => new Worker(program))
  const working = threads.map(
    (thread) =>
      new Promise<void>((settle, fail) => {
        let own = 0
        const give = () => {
          own = next
          next += 1
          if (own < jobs.length) thread.postMessage(jobs[own])
          else settle()
        }
        thread.on('error', fail)
        thread.on('message', (run: Run) => {
          runs[own] = run
          done += 1
          onDone(done)
          give()
        })
        give()
      }),
  )
  try {
    await Promise.all(working)
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
  return runs
}
