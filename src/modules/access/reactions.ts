import type { EventBus } from '#platform/database/events.ts'
import { invite } from './invitations.ts'

/** What follows in the same transaction when people tells of somebody new, or of somebody who lost their phone. */
export function reactions(events: EventBus): void {
  events.on('person-invited', invite)
}
