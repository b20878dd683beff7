import type { EventBus } from '#platform/database/events.ts'
import { routeNewRequest } from './routing.ts'
import { endWithdrawn } from './withdrawal.ts'

/** What coordination does, in the same transaction, when something happens to a request. */
export function reactions(events: EventBus): void {
  events.on('request-submitted', (tx, event) => routeNewRequest(tx, event.subjectId))
  events.on('request-withdrawn', (tx, event) => endWithdrawn(tx, event.subjectId))
}
