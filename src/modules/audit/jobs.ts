import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { anchorSeal, sealEvents, walkChain } from './chain.ts'

export function jobs(house: House): Jobs {
  return {
    'seal-audit-log': async (scope) => {
      const newest = await sealEvents(scope)
      if (newest && house.anchorFile) await anchorSeal(house.anchorFile, newest)
    },
    // A fault of a job is what who runs this system sees; done again it finds that the walk has rested.
    'walk-audit-chain': async (scope) => {
      if ((await walkChain(scope)) === 'broken') throw new Error('The log of who saw what does not hold: see its check')
    },
  }
}

export const schedule: Schedule = { 'seal-audit-log': '* * * * *', 'walk-audit-chain': '40 1 * * *' }
