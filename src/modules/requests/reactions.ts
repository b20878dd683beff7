import type { EventBus } from '#platform/database/events.ts'

export function reactions(_events: EventBus): void {}
