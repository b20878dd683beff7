import type { Tx } from './transaction.ts'

/**
 * Whether this is the first time that `who` does `what`: true once, in the transaction that commits. For jobs, which run at
 * least once and must do their work at most once.
 */
export async function isFirstTime(tx: Tx, who: string, what: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('platform.idempotency')
    .values({ actor_key: who, key: what, answer: '{}', at: tx.scope.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
