import type { EventBus } from '#platform/database/events.ts'
import { queueWebhooks } from './webhooks.ts'

/** What follows, in the same transaction, when a light changes. */
export function reactions(events: EventBus): void {
  events.on('light-changed', queueWebhooks)
}
