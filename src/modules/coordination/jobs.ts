import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { closeStarted } from './closing.ts'
import { escalateOverdue, remindHolders } from './escalating.ts'

export function jobs(house: House): Jobs {
  return {
    async 'escalate-overdue'() {
      await escalateOverdue(await house.systemScope('escalate-overdue'))
    },
    async 'remind-holders'() {
      await remindHolders(await house.systemScope('remind-holders'))
    },
    async 'close-started'() {
      await closeStarted(await house.systemScope('close-started'))
    },
  }
}

export const schedule: Schedule = {
  'escalate-overdue': '* * * * *',
  'remind-holders': '* * * * *',
  'close-started': '17 * * * *',
}
