import type { EventBus } from '#platform/database/events.ts'
import { goOnAfterAnswer } from './deadlines/holding.ts'
import { askToConfirmDate } from './deadlines/new-date.ts'
import { promiseCallback } from './desk/promises.ts'
import { endWithdrawn } from './ending/withdrawal.ts'
import { noteMove } from './meeting/decisions.ts'
import { leavePostcode } from './routing/keeping-routes.ts'
import { routeNewRequest } from './routing/routing.ts'
import { followTakers } from './taking/taken-room.ts'

/** What coordination does, in the same transaction, when something happens to a request or to the map of the region. */
export function reactions(events: EventBus): void {
  events.on('request-submitted', (tx, event) => routeNewRequest(tx, event.subjectId))
  events.on('callback-asked', (tx, event) => promiseCallback(tx, event))
  events.on('question-answered', (tx, event) => goOnAfterAnswer(tx, event.subjectId))
  events.on('request-date-changed', (tx, event) => askToConfirmDate(tx, event.subjectId))
  events.on('postcode-removed', (tx, event) => leavePostcode(tx, String(event.payload?.pc4)))
  events.on('request-moved', followTakers)
  events.on('request-moved', noteMove)
  events.on('request-withdrawn', (tx, event) => endWithdrawn(tx, event.subjectId))
}
