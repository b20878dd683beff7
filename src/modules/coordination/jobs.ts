import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { askAfterQuietHours } from './asking-at-once/morning.ts'
import { remindAdvisers } from './consult/telling.ts'
import { escalateOverdue, remindHolders } from './deadlines/escalating.ts'
import { escalatePromises } from './desk/late-promises.ts'
import { followDeskHours } from './desk/standing-in.ts'
import { closeForgotten } from './meeting/leading.ts'
import { mailMeetings } from './meeting/mailing.ts'
import { endOverdueSwaps } from './swap/ending.ts'
import { closeStarted } from './taking/closing.ts'

export const jobs: Jobs = {
  'escalate-overdue': escalateOverdue,
  'ask-after-quiet-hours': askAfterQuietHours,
  'remind-holders': remindHolders,
  'follow-desk-hours': followDeskHours,
  'end-overdue-swaps': endOverdueSwaps,
  'escalate-promises': escalatePromises,
  'remind-advisers': remindAdvisers,
  'close-started': closeStarted,
  'close-meetings': (scope) => closeForgotten(scope, undefined),
  'mail-meetings': mailMeetings,
}

export const schedule: Schedule = {
  'escalate-overdue': '* * * * *',
  'ask-after-quiet-hours': '* * * * *',
  'remind-holders': '* * * * *',
  'follow-desk-hours': '* * * * *',
  'end-overdue-swaps': '* * * * *',
  'escalate-promises': '* * * * *',
  'remind-advisers': '* * * * *',
  'close-started': '17 * * * *',
  'close-meetings': '7 * * * *',
  'mail-meetings': '*/10 * * * *',
}
