import { type Compilable, sql } from 'kysely'
import type { UserActor } from '#kernel/actor.ts'
import { systemScope } from '#platform/database/as-system.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { inTransaction, read } from '#platform/database/transaction.ts'
import type { House } from '#platform/http/house.ts'
import { isAlive, type SessionKind } from './rules/session-life.ts'
import { tokenHash } from './sessions.ts'
import { actorOf, people } from './store.ts'

/** What a call brings along that can say who makes it. */
export type Caller = {
  cookies: Readonly<Record<string, string | undefined>>
  headers: Readonly<{ authorization?: string }>
}

export type Identified = { actor: UserActor; entry: Compilable<{ holds: boolean }>; sessionId: string }

export type Door = {
  /**
   * The signed-in person of this call, from its cookie or its bearer token; nothing for anybody else, nor for who is signed in
   * in another region than the one whose door this is.
   */
  identify(caller: Caller, scope: Scope): Promise<Identified | undefined>
  /** The session or its rights changed: look it up again at the next call. */
  forget(caller: Caller, scope: Scope): void
}

/** How long an actor is kept; `entry` tells within the page's own round trip that it no longer holds. */
const keptFor = 60_000
const keptAtMost = 10_000

export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-session' : 'session'
}

/** The token of a call. A bearer token counts under /api as elsewhere; a cookie is what a browser sends by itself. */
export function tokenOf({ cookies, headers }: Caller, secure: boolean): string | undefined {
  const [, bearer] = /^Bearer ([\w-]{32})$/i.exec(headers.authorization ?? '') ?? []
  const token = bearer ?? cookies[sessionCookie(secure)]
  return token !== undefined && /^[\w-]{32}$/.test(token) ? token : undefined
}

export function makeDoor(house: Pick<House, 'secure'>): Door {
  const kept = new Map<string, { until: number; found: Promise<Identified | undefined> }>()

  function lookUp(scope: Scope, token: string, key: string): Promise<Identified | undefined> {
    const found = findSession(systemScope(scope, 'identify'), token)
    if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value ?? '')
    kept.set(key, { until: Date.now() + keptFor, found })
    // A token that opens nothing is not kept: guesses would push out the people who work here.
    const drop = () => kept.get(key)?.found === found && kept.delete(key)
    found.then((session) => session ?? drop(), drop)
    return found
  }

  return {
    async identify(caller, scope) {
      const token = tokenOf(caller, house.secure)
      if (token === undefined) return undefined
      const key = keyOf(scope, token)
      const known = kept.get(key)
      return known && known.until > Date.now() ? known.found : lookUp(scope, token, key)
    },
    forget(caller, scope) {
      const token = tokenOf(caller, house.secure)
      if (token !== undefined) kept.delete(keyOf(scope, token))
    },
  }
}

function keyOf({ actor, seal }: Scope, token: string): string {
  return `${actor.regionId}:${tokenHash(seal, token).toString('base64')}`
}

async function findSession(scope: Scope, token: string): Promise<Identified | undefined> {
  const hash = tokenHash(scope.seal, token)
  const { sessions } = await read(scope, {
    sessions: people()
      .innerJoin('access.session as s', (join) =>
        join.onRef('s.user_account_id', '=', 'u.id').onRef('s.practitioner_role_id', '=', 'r.id'),
      )
      .select([
        's.id as sessionId',
        's.kind',
        's.last_seen_at as lastSeenAt',
        's.expires_at as expiresAt',
        's.revoked_at as revokedAt',
        sql<boolean>`access.session_holds(s.token_hash, u.rights_version)`.as('holds'),
      ])
      .where('s.token_hash', '=', hash)
      .where('s.region_id', '=', scope.actor.regionId),
  })
  const session = sessions[0]
  if (!session?.holds || !isAlive({ ...session, kind: session.kind as SessionKind }, scope.now())) return undefined
  void touch(scope, session.sessionId, session.lastSeenAt)
  return { actor: actorOf(session), entry: entryOf(hash, session.rightsVersion), sessionId: session.sessionId }
}

/** Beside the call, not before its answer; at most once a minute. A database that only reads goes on reading. */
async function touch(scope: Scope, sessionId: string, lastSeenAt: Date): Promise<void> {
  const now = scope.now()
  if (now.getTime() - lastSeenAt.getTime() < keptFor) return
  await inTransaction(scope, (tx) =>
    tx.db.updateTable('access.session').set({ last_seen_at: now }).where('id', '=', sessionId).execute(),
  ).catch(() => undefined)
}

/** Compiled once per session, sent with each of its transactions. */
function entryOf(hash: Buffer, rightsVersion: number): Compilable<{ holds: boolean }> {
  const compiled = build
    .selectNoFrom(sql<boolean>`access.session_holds(${hash}, ${rightsVersion})`.as('holds'))
    .compile()
  return { compile: () => compiled }
}
