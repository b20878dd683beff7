import type { Tx } from './transaction.ts'

/**
 * Something that happened, told by a module above to whoever listens below (`app.ts` says who). Payloads hold ids and codes,
 * never personal data.
 */
export type DomainEvent = {
  kind: string
  /** Who may hear of it on a live page, for example `team:<id>`; one outbox row per topic. */
  topics: readonly string[]
  subjectId: string
  payload?: Record<string, unknown>
}

type Reaction = (tx: Tx, event: DomainEvent) => Promise<void>

/** Reactions run in the same transaction: the change and all that follows from it commit together or not at all. */
export class EventBus {
  readonly #reactions = new Map<string, Reaction[]>()

  on(kind: string, reaction: Reaction): void {
    this.#reactions.set(kind, [...(this.#reactions.get(kind) ?? []), reaction])
  }

  async react(tx: Tx, event: DomainEvent): Promise<void> {
    for (const reaction of this.#reactions.get(event.kind) ?? []) await reaction(tx, event)
  }
}

/** Writes the event to the outbox (live pages, other processes) and lets the reactions follow, in this transaction. */
export function record(tx: Tx, event: DomainEvent): Promise<void> {
  return recordAll(tx, [event])
}

/** A statement has room for 65,535 values, and each row takes five. */
const rowsAtOnce = 5_000

/** The same for several, in this order. */
export async function recordAll(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const rows = events.flatMap((event) =>
    event.topics.map((topic) => ({
      region_id: tx.scope.actor.regionId,
      topic,
      kind: event.kind,
      subject_id: event.subjectId,
      payload: JSON.stringify(event.payload ?? {}),
    })),
  )
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.db
      .insertInto('platform.outbox')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  tx.wroteOutbox ||= rows.length > 0
  for (const event of events) await tx.scope.events.react(tx, event)
}
