import type { House } from '#platform/http/house.ts'
import type { Jobs, Schedule } from '#platform/jobs/jobs.ts'
import { tellWhatTurnedGrey } from './greying.ts'
import { remindOfLights } from './reminding.ts'
import { forgetTakenRoom } from './taken-room.ts'
import { mayCallOwnNetwork, postTo } from './webhook-post.ts'
import { callWebhook } from './webhooks.ts'

export function jobs(house: House): Jobs {
  return {
    'tell-grey-lights': tellWhatTurnedGrey,
    'remind-of-lights': remindOfLights,
    'forget-taken-room': forgetTakenRoom,
    'call-webhook': (scope, payload) =>
      callWebhook(scope, payload, (call) => postTo(call, { ownNetwork: mayCallOwnNetwork(house) })),
  }
}

export const schedule: Schedule = {
  'tell-grey-lights': '* * * * *',
  'remind-of-lights': '*/15 * * * *',
  'forget-taken-room': '47 3 * * *',
}
