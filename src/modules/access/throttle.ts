import { sql } from 'kysely'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { mayTry, subscriberOf, window } from './rules/throttle.ts'

export type Attempt = { address: string; email: string; knownDevice: boolean }

type Keys = { door: string; address: Buffer; account: Buffer }

const door = 'sign-in'

/**
 * Counts one try before it is judged, so that tries that come together do not all pass; false when it is not to be judged
 * at all. One after the other per account, by an advisory lock.
 */
export function countTry(scope: Scope, attempt: Attempt): Promise<boolean> {
  const keys = keysOf(scope, attempt)
  return inTransaction(scope, async (tx) => {
    await sql`select pg_advisory_xact_lock(${keys.account.readInt32BE(0)}, 1)`.execute(tx.db)
    const [fromAddress, forAccount] = [await countFailed(tx, keys.address), await countFailed(tx, keys.account)]
    if (!mayTry({ fromAddress, forAccount, knownDevice: attempt.knownDevice })) return false
    await tx.db
      .insertInto('access.attempt')
      .values([keys.address, keys.account].map((key_hash) => ({ door, key_hash, at: scope.now(), ok: false })))
      .execute()
    return true
  })
}

/** After a good try the earlier mistakes from this address no longer count; those from elsewhere do. */
export async function forgetTries(tx: Tx, attempt: Attempt): Promise<void> {
  const { address } = keysOf(tx.scope, attempt)
  await tx.db.deleteFrom('access.attempt').where('door', '=', door).where('key_hash', '=', address).execute()
}

/** Tries older than a day tell nothing any more. */
export async function deleteOldTries(tx: Tx): Promise<void> {
  const yesterday = new Date(tx.scope.now().getTime() - 86_400_000)
  await tx.db.deleteFrom('access.attempt').where('at', '<', yesterday).execute()
}

async function countFailed(tx: Tx, key: Buffer): Promise<number> {
  const { tries } = await tx.db
    .selectFrom('access.attempt')
    .select((eb) => eb.fn.countAll<number>().as('tries'))
    .where('door', '=', door)
    .where('key_hash', '=', key)
    .where('at', '>', new Date(tx.scope.now().getTime() - window))
    .where('ok', '=', false)
    .executeTakeFirstOrThrow()
  return tries
}

function keysOf({ seal }: Scope, { address, email }: Attempt): Keys {
  const account = email.toLowerCase()
  return {
    door,
    address: seal.hash('try', `${subscriberOf(address)}|${account}`),
    account: seal.hash('try', account),
  }
}
