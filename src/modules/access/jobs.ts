import { inTransaction } from '#platform/database/transaction.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { deleteEndedSessions } from './sessions.ts'
import { deleteOldTries } from './throttle.ts'

export const jobs: Jobs = {
  'forget-sign-in-tries': (scope) => inTransaction(scope, deleteOldTries),
  'forget-ended-sessions': (scope) => inTransaction(scope, deleteEndedSessions),
}

export const schedule: Schedule = { 'forget-sign-in-tries': '17 * * * *', 'forget-ended-sessions': '37 3 * * *' }
