import type { UserActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { audit } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read, type Tx } from '#platform/database/transaction.ts'
import { newPrivateKey, type Seal } from '#platform/seal/seal.ts'
import { longestSession, type SessionKind } from './rules/session-life.ts'
import { actorOf, findPerson } from './store.ts'

export type NewSession = { token: string; expiresAt: Date; actor: UserActor }

/** Tokens are kept as keyed hashes: who reads the table cannot be anybody. */
export function tokenHash(seal: Seal, token: string): Buffer {
  return seal.hash('session', token)
}

export type StartSession = {
  accountId: string
  roleId: string
  kind: SessionKind
  /** The session this one takes the place of: nobody keeps an old token after signing in. */
  instead?: string
  /** How the person showed who they are. */
  by: 'password-and-code' | 'practice' | 'other-role'
}

/** Starts a session for an active account in an active role; nothing when there is no such pair. Acts as the system. */
export function startSession(scope: Scope, input: StartSession): Promise<NewSession | undefined> {
  return inTransaction(scope, (tx) => startSessionIn(tx, input))
}

export async function startSessionIn(tx: Tx, input: StartSession): Promise<NewSession | undefined> {
  const { scope } = tx
  const person = await findPerson(tx, input.accountId, input.roleId)
  if (!person) return undefined
  const token = newPrivateKey()
  const now = scope.now()
  const expiresAt = new Date(now.getTime() + longestSession)
  const id = newId()
  if (input.instead) await endByToken(tx, input.instead)
  await tx.db
    .insertInto('access.session')
    .values({
      id,
      token_hash: tokenHash(scope.seal, token),
      kind: input.kind,
      region_id: scope.actor.regionId,
      user_account_id: input.accountId,
      practitioner_role_id: input.roleId,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
      access_point: scope.accessPoint,
    })
    .execute()
  const actor = actorOf(person)
  await auditAs(tx, actor, id, 'session.start', [input.by])
  return { token, expiresAt, actor }
}

/** Ends one session of one's own. */
export function endSession(scope: Scope, id: string): Promise<boolean> {
  return inTransaction(scope, async (tx) => {
    if (scope.actor.kind !== 'user') return false
    const { numUpdatedRows } = await tx.db
      .updateTable('access.session')
      .set({ revoked_at: scope.now() })
      .where('id', '=', id)
      .where('user_account_id', '=', scope.actor.userId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await auditAs(tx, scope.actor, id, 'session.end', [])
    return true
  })
}

/** Signs out: the token is worth nothing any more. Acts as the system, for a session that may have ended already. */
export function signOut(scope: Scope, token: string, actor: UserActor): Promise<void> {
  return inTransaction(scope, async (tx) => {
    const id = await endByToken(tx, token)
    if (id) await auditAs(tx, actor, id, 'session.end', [])
  })
}

async function endByToken(tx: Tx, token: string): Promise<string | undefined> {
  const row = await tx.db
    .updateTable('access.session')
    .set({ revoked_at: tx.scope.now() })
    .where('token_hash', '=', tokenHash(tx.scope.seal, token))
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Ends all sessions of an account but the one that goes on, when its password or its rights were changed. */
export async function endOtherSessions(tx: Tx, accountId: string, except?: string): Promise<void> {
  await tx.db
    .updateTable('access.session')
    .set({ revoked_at: tx.scope.now() })
    .where('user_account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('token_hash', '!=', tokenHash(tx.scope.seal, except ?? '')))
    .execute()
}

export type OwnSession = {
  id: string
  kind: string
  createdAt: Date
  lastSeenAt: Date
  current: boolean
}

/** The sessions of whoever asks that still hold, the newest first. */
export async function listOwnSessions(scope: Scope, token: string | undefined): Promise<OwnSession[]> {
  if (scope.actor.kind !== 'user') return []
  const { sessions } = await read(scope, {
    sessions: build
      .selectFrom('access.session')
      .select(['id', 'kind', 'created_at as createdAt', 'last_seen_at as lastSeenAt', 'token_hash as tokenHash'])
      .where('user_account_id', '=', scope.actor.userId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', scope.now())
      .orderBy('created_at', 'desc')
      .limit(50),
  })
  const own = token === undefined ? undefined : tokenHash(scope.seal, token)
  return sessions.map(({ tokenHash: hash, ...session }) => ({ ...session, current: own?.equals(hash) ?? false }))
}

async function auditAs(
  tx: Tx,
  actor: UserActor,
  sessionId: string,
  event: 'session.start' | 'session.end',
  fields: string[],
): Promise<void> {
  const as: Tx = { ...tx, scope: { ...tx.scope, actor } }
  await audit(as, {
    event,
    action: 'E',
    objectType: 'session',
    objectId: sessionId,
    fields,
    legalBasis: 'administration',
    rule: 'signIn',
  })
}

/** Sessions that ended a month ago: until then their owner can still see them on the account page. */
export async function deleteEndedSessions(tx: Tx): Promise<void> {
  const monthAgo = new Date(tx.scope.now().getTime() - 30 * 86_400_000)
  await tx.db
    .deleteFrom('access.session')
    .where((eb) => eb.or([eb('expires_at', '<', monthAgo), eb('revoked_at', '<', monthAgo)]))
    .execute()
}
