import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { parseRequestNumber } from '#kernel/request-number.ts'
import { audit, auditing } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { findNumberAtDesk, type Source } from '#modules/requests/index.ts'
import { record } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canWorkAt } from './policy.ts'
import { insertPromise, type PromiseRow, promisesQuery } from './promises.ts'

/** What is heard on the phone; phone in E.164. */
export type CallFacts = { callerKind: Source; callerName: string; callerPhone?: string; note: string }
export type NewCall = CallFacts & {
  deskId: string
  /** One per form that was opened: sent twice is one call. */
  sentKey: string
  promise?: { words: string; dueAt: Date }
}
export type CallRefusal = { code: 'desk-off' | 'no-such-desk' }

/** Writes down a call, with what was promised in it. Answers the call. */
export const logCall = command(async (tx, actor, call: NewCall, now): Promise<Outcome<string, CallRefusal>> => {
  if (actor.kind !== 'user' || !canWorkAt(actor, call.deskId)) return refused({ code: 'no-such-desk' })
  if (!(await getRegion(tx)).wayOfWorking.desk) return refused({ code: 'desk-off' })
  const id = newId()
  const written = await tx.db
    .insertInto('coordination.call')
    .values({
      id,
      region_id: actor.regionId,
      coordinating_team_id: call.deskId,
      sent_key: call.sentKey,
      taken_at: now,
      taken_by: actor.userId,
      taken_by_name: actor.name,
      ...columnsOf(call),
    })
    .onConflict((conflict) => conflict.column('sent_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return done((await getBySentKey(tx, call.sentKey)).id)
  if (call.promise) {
    const about = { name: call.callerName, ...(call.callerPhone ? { phone: call.callerPhone } : {}) }
    await insertPromise(tx, { ...call.promise, deskId: call.deskId, callId: id, madeBy: actor.name, about })
  }
  await auditCall(tx, 'call.log', 'C', id, ['caller', 'note', ...(call.promise ? ['promise'] : [])])
  await tellDesk(tx, call.deskId, id)
  return done(id)
})

export type Call = {
  id: string
  deskId: string
  deskName: string
  takenAt: Date
  takenByName: string
  callerKind: Source
  callerName: string
  callerPhone: string | null
  note: string
  requestId: string | null
  /** Only while the desk may look at it: what went to a team is that team's. */
  seenRequestId: string | null
  intakeKeptAt: Date | null
}

/** The calls of one's own desks; row-level security says which. */
export function callsQuery() {
  return build
    .selectFrom('coordination.call as c')
    .innerJoin('organizations.coordinating_team as desk', 'desk.id', 'c.coordinating_team_id')
    .leftJoin('requests.care_request as r', 'r.id', 'c.request_id')
    .select([
      'c.id',
      'c.coordinating_team_id as deskId',
      'desk.name as deskName',
      'c.taken_at as takenAt',
      'c.taken_by_name as takenByName',
      sql<Source>`c.caller_kind`.as('callerKind'),
      'c.caller_name as callerName',
      'c.caller_phone as callerPhone',
      'c.note',
      'c.request_id as requestId',
      'r.id as seenRequestId',
      'c.intake_kept_at as intakeKeptAt',
    ])
    .orderBy('c.taken_at', 'desc')
    .orderBy('c.id')
}

export type CallSheet = { call: Call; promises: PromiseRow[] }

/** One call with its promises. Throws `NotFound` for who does not work at its desk. */
export async function getCall(scope: Scope, id: string): Promise<CallSheet> {
  const { calls, promises } = await read(scope, {
    calls: callsQuery().where('c.id', '=', id),
    promises: promisesQuery().where('p.call_id', '=', id).orderBy('p.due_at'),
    audit: auditing(scope, {
      event: 'call.read',
      action: 'R',
      objectType: 'call',
      objectId: id,
      fields: ['caller', 'note'],
      legalBasis: 'coordination',
      rule: canWorkAt.name,
    }),
  })
  if (!calls[0]) throw new NotFound()
  return { call: calls[0], promises }
}

/** What is written down may be made better; later words take the place of the former. */
export const changeCall = command(async (tx, _actor, { id, ...facts }: CallFacts & { id: string }) => {
  const call = await getCallForUpdate(tx, id)
  await tx.db.updateTable('coordination.call').set(columnsOf(facts)).where('id', '=', id).execute()
  await auditCall(tx, 'call.update', 'U', id, ['caller', 'note'])
  await tellDesk(tx, call.deskId, id)
})

export type LinkRefusal = { code: 'number-unknown' }

/** It was about this request, by the number that the caller reads out or the desk found. */
export const linkCall = command(
  async (tx, _actor, { id, number }: { id: string; number: string }): Promise<Outcome<void, LinkRefusal>> => {
    const call = await getCallForUpdate(tx, id)
    const known = parseRequestNumber(number)
    const found = known && (await findNumberAtDesk(tx, known))
    if (!found) return refused({ code: 'number-unknown' })
    await tx.db.updateTable('coordination.call').set({ request_id: found.id }).where('id', '=', id).execute()
    await auditCall(tx, 'call.link', 'U', id, ['request'], found.id)
    await tellDesk(tx, call.deskId, id)
    return done(undefined)
  },
)

/** A call by itself, with how it goes on; the intake in it is sealed. Throws `NotFound`. */
export type StoredCall = {
  id: string
  deskId: string
  sentKey: string
  requestId: string | null
  intakeSealed: Buffer | null
  callerKind: Source
  callerName: string
  callerPhone: string | null
  note: string
}

const stored = [
  'id',
  'coordinating_team_id as deskId',
  'sent_key as sentKey',
  'request_id as requestId',
  'intake_sealed as intakeSealed',
  sql<Source>`caller_kind`.as('callerKind'),
  'caller_name as callerName',
  'caller_phone as callerPhone',
  'note',
] as const

export async function getCallForUpdate(tx: Tx, id: string): Promise<StoredCall> {
  const row = await tx.db
    .selectFrom('coordination.call')
    .select(stored)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  permit(canWorkAt(tx.scope.actor, row.deskId))
  return row
}

async function getBySentKey(tx: Tx, sentKey: string): Promise<{ id: string }> {
  const row = await tx.db
    .selectFrom('coordination.call')
    .select('id')
    .where('sent_key', '=', sentKey)
    .executeTakeFirst()
  // The key is of a call at a desk that is not this actor's.
  if (!row) throw new NotFound()
  return row
}

function columnsOf({ callerKind, callerName, callerPhone, note }: CallFacts) {
  return { caller_kind: callerKind, caller_name: callerName, caller_phone: callerPhone ?? null, note }
}

export function auditCall(
  tx: Tx,
  event: string,
  action: 'C' | 'R' | 'U',
  callId: string,
  fields: string[],
  careRequestId?: string,
): Promise<void> {
  return audit(tx, {
    event,
    action,
    careRequestId,
    objectType: 'call',
    objectId: callId,
    fields,
    legalBasis: 'coordination',
    rule: canWorkAt.name,
  })
}

/** Whoever has the board of this desk open sees it change. */
export function tellDesk(tx: Tx, deskId: string, subjectId: string): Promise<void> {
  return record(tx, { kind: 'desk-changed', topics: [`desk:${deskId}`], subjectId })
}
