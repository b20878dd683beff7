import { newId } from '#kernel/ids.ts'
import type { DomainEvent, EventBus } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import { isToldByMail } from './notices.nl.ts'

/** The requester is told of every step, in the transaction of the step (the mail itself goes after it). */
export function reactions(events: EventBus): void {
  events.on('request-moved', async (tx, event) => {
    const code = String(event.payload?.code)
    // Routing follows at once on sending, and one mail tells of both.
    if (code === 'routed' && event.payload?.from === 'submitted') return
    await tellOf(tx, event, code)
  })
  events.on('request-supplemented', (tx, event) => tellOf(tx, event, 'supplemented'))
  events.on('request-corrected', (tx, event) => tellOf(tx, event, 'corrected'))
  events.on('request-wishes-changed', (tx, event) => tellOf(tx, event, 'wishes-changed'))
  events.on('request-date-changed', (tx, event) => tellOf(tx, event, 'date-changed'))
}

async function tellOf(tx: Tx, event: DomainEvent, code: string): Promise<void> {
  if (!isToldByMail(code)) return
  await addJob(tx, 'tell-requester', { requestId: event.subjectId, code, notice: newId() })
}
