import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { asSystem } from './as-system.ts'
import { createTestDatabase, type TestDatabase } from './testing.ts'
import { inTransaction, type Tx } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})

const kindIn = async (tx: Tx) => {
  const { rows } = await sql<{ kind: string }>`select platform.actor_kind() as kind`.execute(tx.db)
  return rows[0]?.kind
}

test('the system acts for a piece of the transaction, and the caller again after it', async () => {
  const scope = database.scope({ kind: 'public', regionId: newId() })
  const seen = await inTransaction(scope, async (tx) => {
    const before = await kindIn(tx)
    const during = await asSystem(tx, 'route', async (own) => [await kindIn(own), own.scope.actor.kind])
    return [before, ...during, await kindIn(tx), tx.scope.actor.kind]
  })
  expect(seen).toEqual(['public', 'system', 'system', 'public', 'public'])
})

test('what the system wrote to the outbox is hinted with the rest', async () => {
  const scope = database.scope({ kind: 'public', regionId: newId() })
  const wrote = await inTransaction(scope, async (tx) => {
    await asSystem(tx, 'route', async (own) => {
      own.wroteOutbox = true
    })
    return tx.wroteOutbox
  })
  expect(wrote).toBe(true)
})
