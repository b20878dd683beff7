import type { Outcome } from '#kernel/outcome.ts'
import { done, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { type Credentials, findCredentials, spendTotpStep } from '#modules/people/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { passwordFits } from './passwords.ts'
import { type NewSession, startSessionIn } from './sessions.ts'
import { listPersons } from './store.ts'
import { type Attempt, countTry, forgetTries } from './throttle.ts'
import { stepOf } from './totp.ts'

export type SignIn = Attempt & {
  password: string
  code: string
  /** The session that was open in this browser. */
  instead?: string
}

/** `no-match` is one answer for everything that can be wrong: what exists and which part was right is not told. */
export type SignInRefusal = 'no-match' | 'too-many-tries'

/** Signs in with password and code. Acts as the system; what is right and wrong takes the same time and the same trips. */
export async function signIn(scope: Scope, input: SignIn): Promise<Outcome<NewSession, SignInRefusal>> {
  if (!(await countTry(scope, input))) return refused('too-many-tries')
  const account = await inTransaction(scope, (tx) => findCredentials(tx, input.email))
  const fits = await passwordFits(account?.passwordHash, input.password)
  const step = account?.totpSecret ? stepOf(scope.seal.open(account.totpSecret), input.code, scope.now()) : undefined
  return inTransaction(scope, async (tx) => {
    const session = fits && account?.active && step !== undefined ? await open(tx, account, step, input) : undefined
    if (session) return done(session)
    await auditRefusal(tx, account)
    return refused('no-match')
  })
}

async function open(tx: Tx, account: Credentials, step: number, input: SignIn): Promise<NewSession | undefined> {
  if (!(await spendTotpStep(tx, account.accountId, step))) return undefined
  const [person] = await listPersons(tx, account.accountId)
  if (!person) return undefined
  await forgetTries(tx, input)
  return startSessionIn(tx, {
    accountId: account.accountId,
    roleId: person.roleId,
    kind: 'browser',
    by: 'password-and-code',
    ...(input.instead === undefined ? {} : { instead: input.instead }),
  })
}

async function auditRefusal(tx: Tx, account: Credentials | undefined): Promise<void> {
  await audit(tx, {
    event: 'session.start',
    action: 'E',
    outcome: 'refused',
    objectType: 'account',
    ...(account ? { objectId: account.accountId } : {}),
    legalBasis: 'administration',
    rule: 'signIn',
  })
}
