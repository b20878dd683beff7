import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { findCredentialsById, setCredentials, spendTotpStep } from '#modules/people/index.ts'
import type { DomainEvent } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { inTransaction, type Tx } from '#platform/database/transaction.ts'
import { post } from '#platform/mail/mail.ts'
import { newPrivateKey, type Seal } from '#platform/seal/seal.ts'
import { paths } from './pages/paths.ts'
import { hashPassword } from './passwords.ts'
import { type PasswordRefusal, refusePassword } from './rules/password.ts'
import { endOtherSessions, type NewSession, startSessionIn } from './sessions.ts'
import { listPersons } from './store.ts'
import { secretOfInvitation, stepOf } from './totp.ts'

/** Long enough for a week off. */
const holdsFor = 7 * 86_400_000

/** Mails a link with which the holder of this account sets a password and a code; earlier links end. */
export async function invite(tx: Tx, { subjectId: accountId }: DomainEvent): Promise<void> {
  const { scope } = tx
  const account = await findCredentialsById(tx, accountId)
  if (!account) throw new Error('An invitation is for an account that whoever acts may see.')
  const key = newPrivateKey()
  const now = scope.now()
  await tx.db
    .updateTable('access.invitation')
    .set({ ended_at: now })
    .where('user_account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await tx.db
    .insertInto('access.invitation')
    .values({
      id: newId(),
      key_hash: keyHash(scope.seal, key),
      region_id: scope.actor.regionId,
      user_account_id: accountId,
      created_at: now,
      expires_at: new Date(now.getTime() + holdsFor),
    })
    .execute()
  await post(tx, {
    to: account.email,
    subject: 'Uw toegang tot Wijkpoort',
    body: `Er is toegang voor u gemaakt.

Kies een wachtwoord en stel uw inlogcode in op deze pagina:
${scope.publicUrl}${paths.invitation(key)}

De link werkt zeven dagen en één keer. Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.`,
    subjectId: accountId,
  })
}

export type OpenInvitation = { id: string; accountId: string; email: string; secret: string }

/** What the link of a mail opens; nothing when it was used, replaced, is too old or was made up. Acts as the system. */
export function findInvitation(scope: Scope, key: string): Promise<OpenInvitation | undefined> {
  return inTransaction(scope, (tx) => findInvitationIn(tx, key))
}

async function findInvitationIn(tx: Tx, key: string): Promise<OpenInvitation | undefined> {
  const { seal, now } = tx.scope
  if (!/^[\w-]{32}$/.test(key)) return undefined
  const row = await tx.db
    .selectFrom('access.invitation as i')
    .innerJoin('people.user_account as u', 'u.id', 'i.user_account_id')
    .select(['i.id', 'u.id as accountId', 'u.email'])
    .where('i.key_hash', '=', keyHash(seal, key))
    .where('i.ended_at', 'is', null)
    .where('i.expires_at', '>', now())
    .where('u.active', '=', true)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, secret: secretOfInvitation(seal, key) }
}

export type AcceptInvitation = { key: string; password: string; code: string }
export type InvitationRefusal = 'no-longer-open' | 'wrong-code' | PasswordRefusal

/** Sets password and second factor, ends what was open under the old ones, and signs in. Acts as the system. */
export async function acceptInvitation(
  scope: Scope,
  { key, password, code }: AcceptInvitation,
): Promise<Outcome<NewSession, InvitationRefusal>> {
  const passwordHash = await hashPassword(password.slice(0, 1000))
  return inTransaction(scope, async (tx) => {
    const invitation = await findInvitationIn(tx, key)
    if (!invitation) return refused('no-longer-open')
    const refusal = refusePassword(password, invitation.email)
    if (refusal) return refused(refusal)
    const step = stepOf(invitation.secret, code, scope.now())
    if (step === undefined) return refused('wrong-code')
    const session = await accept(tx, invitation, passwordHash, step)
    return session ? done(session) : refused('no-longer-open')
  })
}

async function accept(
  tx: Tx,
  { id, accountId, secret }: OpenInvitation,
  passwordHash: string,
  step: number,
): Promise<NewSession | undefined> {
  const [person] = await listPersons(tx, accountId)
  if (!person) return undefined
  await setCredentials(tx, accountId, { passwordHash, totpSecret: tx.scope.seal.close(secret) })
  await spendTotpStep(tx, accountId, step)
  await tx.db.updateTable('access.invitation').set({ ended_at: tx.scope.now() }).where('id', '=', id).execute()
  await endOtherSessions(tx, accountId)
  await audit(tx, {
    event: 'account.set-credentials',
    action: 'U',
    objectType: 'account',
    objectId: accountId,
    fields: ['password', 'code'],
    legalBasis: 'administration',
    rule: 'acceptInvitation',
  })
  return startSessionIn(tx, { accountId, roleId: person.roleId, kind: 'browser', by: 'password-and-code' })
}

function keyHash(seal: Seal, key: string): Buffer {
  return seal.hash('invitation', key)
}
