import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { closeStarted } from './closing.ts'
import { escalateOverdue, remindHolders } from './escalating.ts'

export const jobs: Jobs = {
  'escalate-overdue': escalateOverdue,
  'remind-holders': remindHolders,
  'escalate-promises': escalatePromises,
  'close-started': closeStarted,
}

export const schedule: Schedule = {
  'escalate-overdue': '* * * * *',
  'remind-holders': '* * * * *',
  'escalate-promises': '* * * * *',
  'close-started': '17 * * * *',
}
