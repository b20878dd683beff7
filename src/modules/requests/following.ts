import { sql } from 'kysely'
import type { LinkActor } from '#kernel/actor.ts'
import type { LocalDate } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { parseRequestNumber } from '#kernel/request-number.ts'
import { type AuditEntry, audit } from '#modules/audit/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { findRequested, findRequestedInFull } from './finding-requested.ts'
import { followKeyHash, followKeyOf } from './follow-key.ts'
import { canFollowUp } from './policy.ts'
import type { Requested, RequestedDetails } from './requested.ts'
import { getStandingForUpdate } from './standing.ts'

/** Tries at the birth date, and the minutes in which they count. Never a lock: after a quarter of an hour one can try again. */
export const mostTries = 5
const tryMinutes = 15

/** Tries of longer than a day ago tell nothing any more. */
export async function dropOldTries(tx: Tx): Promise<void> {
  const yesterday = new Date(tx.scope.now().getTime() - 86_400_000)
  await tx.db.deleteFrom('requests.follow_try').where('at', '<', yesterday).execute()
}

/**
 * Whom a private link makes its holder; nothing when the number and key do not belong together, or the link ended or was
 * taken back. The key is looked for by its keyed hash: what is stored opens nothing.
 */
export async function findLinkActor(scope: Scope, number: string, key: string): Promise<LinkActor | undefined> {
  const parts = partsOf(scope, number, key)
  if (!parts) return undefined
  const { links } = await read(scope, {
    links: build
      .selectFrom(
        sql<{ requestId: string; regionId: string }>`(select request_id as "requestId", region_id as "regionId"
          from requests.request_of_link(${parts.number}, ${parts.keyHash}::bytea))`.as('link'),
      )
      .selectAll(),
  })
  const link = links[0]
  return link && { kind: 'link', regionId: link.regionId, requestId: link.requestId, verified: false }
}

function partsOf(scope: Scope, number: string, key: string): { number: string; keyHash: Buffer } | undefined {
  const known = parseRequestNumber(number)
  if (!known || !/^[\w-]{32}$/.test(key)) return undefined
  return { number: known, keyHash: followKeyHash(scope.seal, key) }
}

/** Of a link whose request the database still has to look up: until then row-level security shows it nothing. */
function enteringScope(scope: Scope, verified: boolean): Scope {
  return linkScope(scope, { kind: 'link', regionId: scope.actor.regionId, requestId: '', verified })
}

/** The call of whoever holds a link: without the session that the same browser may have. */
export function linkScope(scope: Scope, actor: LinkActor): Scope {
  return { ...scope, actor, entry: undefined, draftKeyHash: undefined }
}

const seen = {
  event: 'request.follow',
  action: 'R',
  objectType: 'care-request',
  fields: ['state', 'holder', 'history'],
  legalBasis: 'own-data',
  rule: 'link-shows-where-it-stands',
} as const satisfies AuditEntry

const seenInFull = {
  ...seen,
  fields: ['card', 'identity', 'supplements', 'attachment-names', 'log'],
  rule: canFollowUp.name,
} satisfies AuditEntry

/**
 * Where the request of a private link stands: the link and the page in one round trip. Nothing when the number and key do
 * not belong together, or the link ended or was taken back.
 */
export async function findFollowed(scope: Scope, number: string, key: string): Promise<Requested | undefined> {
  const link = partsOf(scope, number, key)
  return link && findRequested(enteringScope(scope, false), link, seen)
}

/** The same with everything that was asked, and who looked at it since a moment; `proof` is of the second factor. */
export async function findFollowedInFull(
  scope: Scope,
  number: string,
  key: string,
  proof: string | undefined,
  since: Date,
): Promise<(Requested & RequestedDetails) | undefined> {
  permit(proofHolds(scope, key, proof))
  const link = partsOf(scope, number, key)
  return link && findRequestedInFull(enteringScope(scope, true), link, since, seenInFull)
}

/** Where the request stands, for who entered already. */
export async function getFollowed(scope: Scope): Promise<Requested> {
  const found = await findRequested(scope, linkOf(scope).requestId, seen)
  if (!found) throw new NotFound()
  return found
}

/** Everything that was asked, and who looked at it since a moment; after the second factor. */
export async function getFollowedInFull(scope: Scope, since: Date): Promise<Requested & RequestedDetails> {
  const actor = linkOf(scope)
  permit(actor.verified)
  const found = await findRequestedInFull(scope, actor.requestId, since, seenInFull)
  if (!found) throw new NotFound()
  return found
}

export type VerifyRefusal = { code: 'wrong'; triesLeft: number } | { code: 'too-many'; until: Date }

/**
 * The second factor: the client's birth date. Tries are counted per request, in the order in which they come, so that a
 * thousand at once are still five.
 */
export const verifyBirthDate = command(
  async (tx, actor, birthDate: LocalDate, now): Promise<Outcome<LinkActor, VerifyRefusal>> => {
    if (actor.kind !== 'link') throw new NotFound()
    await sql`select pg_advisory_xact_lock(hashtextextended(${`follow:${actor.requestId}`}, 0))`.execute(tx.db)
    const since = new Date(now.getTime() - tryMinutes * 60_000)
    const failed = await tx.db
      .selectFrom('requests.follow_try')
      .select('at')
      .where('request_id', '=', actor.requestId)
      .where('at', '>', since)
      .where('ok', '=', false)
      .orderBy('at')
      .execute()
    const oldest = failed[0]
    if (oldest && failed.length >= mostTries)
      return refused({ code: 'too-many', until: new Date(oldest.at.getTime() + tryMinutes * 60_000) })
    const ok = await birthDateMatches(tx, birthDate)
    await tx.db
      .insertInto('requests.follow_try')
      .values({ request_id: actor.requestId, region_id: actor.regionId, at: now, ok })
      .execute()
    await audit(tx, {
      event: 'request.verify',
      action: 'E',
      outcome: ok ? 'success' : 'refused',
      careRequestId: actor.requestId,
      objectType: 'care-request',
      objectId: actor.requestId,
      fields: ['birthDate'],
      legalBasis: 'own-data',
      rule: 'second-factor-of-a-link',
    })
    if (!ok) return refused({ code: 'wrong', triesLeft: mostTries - failed.length - 1 })
    return done({ ...actor, verified: true })
  },
)

/** Takes every link of this request back and makes a new one; answers its key. */
export const renewLink = command(async (tx, actor, _input: null, now): Promise<string> => {
  if (actor.kind !== 'link') throw new NotFound()
  permit(actor.verified)
  const standing = await getStandingForUpdate(tx, actor.requestId)
  const linkId = newId(now)
  const key = followKeyOf(tx.scope.seal, linkId)
  // Links are kept by the product itself: their holder can ask for a new one, never write or read one.
  await asSystem(tx, 'renew-link', async (own) => {
    const [last] = await own.db
      .updateTable('requests.follow_link')
      .set({ revoked_at: now })
      .where('request_id', '=', standing.id)
      .where('revoked_at', 'is', null)
      .returning('expires_at')
      .execute()
    await own.db
      .insertInto('requests.follow_link')
      .values({
        id: linkId,
        request_id: standing.id,
        region_id: actor.regionId,
        key_hash: followKeyHash(tx.scope.seal, key),
        created_at: now,
        expires_at: last?.expires_at ?? new Date(now.getTime() + 365 * 86_400_000),
      })
      .execute()
  })
  await audit(tx, {
    event: 'request.renew-link',
    action: 'U',
    careRequestId: standing.id,
    objectType: 'follow-link',
    objectId: linkId,
    legalBasis: 'own-data',
    rule: canFollowUp.name,
  })
  return key
})

async function birthDateMatches(tx: Tx, birthDate: LocalDate): Promise<boolean> {
  const { rows } = await sql<{ ok: boolean }>`select requests.birth_date_matches(${birthDate}::date) as ok`.execute(
    tx.db,
  )
  return rows[0]?.ok === true
}

function linkOf(scope: Scope): LinkActor {
  if (scope.actor.kind !== 'link') throw new NotFound()
  return scope.actor
}

const proofMinutes = 30

/** What a browser keeps after the second factor: for this link only, for half an hour. */
export function proofOf(scope: Scope, key: string): string {
  const until = scope.now().getTime() + proofMinutes * 60_000
  return scope.seal.sign('follow-proof', `${followKeyHash(scope.seal, key).toString('base64url')}|${until}`)
}

export function proofHolds(scope: Scope, key: string, proof: string | undefined): boolean {
  const [keyHash, until] = (proof && scope.seal.verify('follow-proof', proof)?.split('|')) || []
  return keyHash === followKeyHash(scope.seal, key).toString('base64url') && Number(until) > scope.now().getTime()
}
