import { inTransaction } from '#platform/database/transaction.ts'
import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { deleteEndedSessions } from './sessions.ts'
import { deleteOldTries } from './throttle.ts'

export function jobs(house: House): Jobs {
  return {
    'forget-sign-in-tries': async () =>
      inTransaction(await house.systemScope('forget-sign-in-tries'), (tx) => deleteOldTries(tx)),
    'forget-ended-sessions': async () =>
      inTransaction(await house.systemScope('forget-ended-sessions'), (tx) => deleteEndedSessions(tx)),
  }
}

export const schedule: Schedule = { 'forget-sign-in-tries': '17 * * * *', 'forget-ended-sessions': '37 3 * * *' }
