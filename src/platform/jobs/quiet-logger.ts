import { Logger as WorkerLogger } from 'graphile-worker'
import type { Logger } from 'pino'

/** The queue's own messages can quote a payload; only that something failed is logged, by the job's name. */
export function quietLogger(log: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, _message, meta) => {
    if (level !== 'error' && level !== 'warning') return
    const error = (meta as { error?: { name?: string; code?: unknown } } | undefined)?.error
    log.warn({ job: scope.taskIdentifier, err: error ? { type: error.name, code: error.code } : undefined }, 'job')
  })
}
