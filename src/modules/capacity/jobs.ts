import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { tellWhatTurnedGrey } from './greying.ts'
import { remindOfLights } from './reminding.ts'
import { mayCallOwnNetwork, postTo } from './webhook-post.ts'
import { callWebhook } from './webhooks.ts'

export function jobs(house: House): Jobs {
  return {
    async 'tell-grey-lights'() {
      await tellWhatTurnedGrey(await house.systemScope('tell-grey-lights'))
    },
    async 'remind-of-lights'() {
      await remindOfLights(await house.systemScope('remind-of-lights'))
    },
    async 'call-webhook'(payload) {
      const ownNetwork = mayCallOwnNetwork(house)
      await callWebhook(await house.systemScope('call-webhook'), payload, (call) => postTo(call, { ownNetwork }))
    },
  }
}

export const schedule: Schedule = {
  'tell-grey-lights': '* * * * *',
  'remind-of-lights': '*/15 * * * *',
}
