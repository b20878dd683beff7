import type { EventBus } from '#platform/database/events.ts'
import { countAnswer, countSilence, forgetNoRoom, rememberReturn } from './counting.ts'
import { keepDecision } from './deciding.ts'

/** What matching keeps, in the same transaction, of what parties answer and do: coordination stands above it and tells. */
export function reactions(events: EventBus): void {
  events.on('party-answered', countAnswer)
  events.on('parties-silent', countSilence)
  events.on('request-given-back', rememberReturn)
  events.on('request-date-changed', forgetNoRoom)
  events.on('request-moved', keepDecision)
}
