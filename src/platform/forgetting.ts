import { sql } from 'kysely'
import type { Scope } from './database/scope.ts'
import { inTransaction } from './database/transaction.ts'

export type Forgotten = { events: number; letters: number; marks: number }

/** Takes away what has served: old live changes, sent mail, marks of retries; how old is in the database's own function. */
export function forgetWhatServed(scope: Scope): Promise<Forgotten> {
  return inTransaction(scope, async (tx) => {
    const { rows } =
      await sql<Forgotten>`select events, letters, marks from platform.forget_what_served(${scope.now()})`.execute(
        tx.db,
      )
    return rows[0] ?? { events: 0, letters: 0, marks: 0 }
  })
}
