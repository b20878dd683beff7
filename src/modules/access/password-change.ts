import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { findCredentialsById, setCredentials, spendTotpStep } from '#modules/people/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction } from '#platform/database/transaction.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { type PasswordRefusal, refusePassword } from './rules/password.ts'
import { endOtherSessions } from './sessions.ts'
import { countTry, forgetTries } from './throttle.ts'
import { stepOf } from './totp.ts'

export type ChangePassword = {
  current: string
  code: string
  wanted: string
  token: string | undefined
  address: string
}
export type ChangeRefusal = 'no-match' | 'too-many-tries' | 'has-no-password' | PasswordRefusal

/** A new password, after showing once more who one is; sessions elsewhere end. */
export async function changePassword(scope: Scope, input: ChangePassword): Promise<Outcome<void, ChangeRefusal>> {
  const { actor } = scope
  if (actor.kind !== 'user') return refused('no-match')
  const account = await inTransaction(scope, (tx) => findCredentialsById(tx, actor.userId))
  if (!account?.passwordHash || !account.totpSecret) return refused('has-no-password')
  const refusal = refusePassword(input.wanted, account.email)
  if (refusal) return refused(refusal)
  const attempt = { address: input.address, email: account.email, knownDevice: true }
  if (!(await countTry(scope, attempt))) return refused('too-many-tries')
  const fits = await passwordFits(account.passwordHash, input.current)
  const step = stepOf(scope.seal.open(account.totpSecret), input.code, scope.now())
  if (!fits || step === undefined) return refused('no-match')
  const passwordHash = await hashPassword(input.wanted)
  return inTransaction(scope, async (tx) => {
    if (!(await spendTotpStep(tx, actor.userId, step))) return refused('no-match')
    await forgetTries(tx, attempt)
    await setCredentials(tx, actor.userId, { passwordHash })
    await endOtherSessions(tx, actor.userId, input.token)
    await audit(tx, {
      event: 'account.set-credentials',
      action: 'U',
      objectType: 'account',
      objectId: actor.userId,
      fields: ['password'],
      legalBasis: 'administration',
      rule: 'changePassword',
    })
    return done(undefined)
  })
}
