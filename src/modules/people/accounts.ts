import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'

export type Credentials = {
  accountId: string
  email: string
  passwordHash: string | null
  totpSecret: Buffer | null
  active: boolean
}

/** The account of a mail address, for the sign-in, which acts as the system. */
export function findCredentials(tx: Tx, email: string): Promise<Credentials | undefined> {
  return credentials(tx).where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst()
}

export function findCredentialsById(tx: Tx, accountId: string): Promise<Credentials | undefined> {
  return credentials(tx).where('id', '=', accountId).executeTakeFirst()
}

function credentials(tx: Tx) {
  return tx.db
    .selectFrom('people.user_account')
    .select(['id as accountId', 'email', 'password_hash as passwordHash', 'totp_secret as totpSecret', 'active'])
}

/** Uses up a code of the second factor: false when this one or a later one was used before. */
export async function spendTotpStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('people.user_account')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Sets what somebody signs in with; a secret that is left out stays as it is. */
export async function setCredentials(
  tx: Tx,
  accountId: string,
  { passwordHash, totpSecret }: { passwordHash: string; totpSecret?: Buffer },
): Promise<void> {
  await tx.db
    .updateTable('people.user_account')
    .set({
      password_hash: passwordHash,
      ...(totpSecret === undefined ? {} : { totp_secret: totpSecret, totp_last_step: null }),
    })
    .where('id', '=', accountId)
    .execute()
}
