import { inTransaction } from '#platform/database/transaction.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { dropOldPending } from './attachments.ts'
import { removeExpiredDrafts } from './drafts.ts'
import { dropOldTries } from './following.ts'
import { tellRequester } from './notices.ts'

export const jobs: Jobs = {
  'remove-expired-drafts': removeExpiredDrafts,
  'tell-requester': tellRequester,
  'drop-pending-attachments': (scope) => inTransaction(scope, dropOldPending),
  'drop-follow-tries': (scope) => inTransaction(scope, dropOldTries),
}

export const schedule: Schedule = {
  'remove-expired-drafts': '41 * * * *',
  'drop-pending-attachments': '17 * * * *',
  'drop-follow-tries': '23 3 * * *',
}
