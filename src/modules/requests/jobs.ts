import { inTransaction } from '#platform/database/transaction.ts'
import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { dropOldPending } from './attachments.ts'
import { tellRequesterJob } from './notices.ts'

export function jobs(house: House): Jobs {
  return {
    'tell-requester': tellRequesterJob(house.systemScope),
    'drop-pending-attachments': async () =>
      inTransaction(await house.systemScope('drop-pending-attachments'), dropOldPending),
  }
}

export const schedule: Schedule = { 'drop-pending-attachments': '17 * * * *' }
