import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { anchorSeal, sealEvents } from './chain.ts'

export function jobs(house: House): Jobs {
  return {
    'seal-audit-log': async (scope) => {
      const newest = await sealEvents(scope)
      if (newest && house.anchorFile) await anchorSeal(house.anchorFile, newest)
    },
  }
}

export const schedule: Schedule = { 'seal-audit-log': '* * * * *' }
