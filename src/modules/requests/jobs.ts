import { inTransaction } from '#platform/database/transaction.ts'
import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { dropOldPending } from './attachments.ts'
import { removeExpiredDrafts } from './drafts.ts'
import { dropOldTries } from './following.ts'
import { tellRequesterJob } from './notices.ts'

export function jobs(house: House): Jobs {
  return {
    'remove-expired-drafts': async () => removeExpiredDrafts(await house.systemScope('remove-expired-drafts')),
    'tell-requester': tellRequesterJob(house.systemScope),
    'drop-pending-attachments': async () =>
      inTransaction(await house.systemScope('drop-pending-attachments'), dropOldPending),
    'drop-follow-tries': async () => inTransaction(await house.systemScope('drop-follow-tries'), dropOldTries),
  }
}

export const schedule: Schedule = {
  'remove-expired-drafts': '41 * * * *',
  'drop-pending-attachments': '17 * * * *',
  'drop-follow-tries': '23 3 * * *',
}
