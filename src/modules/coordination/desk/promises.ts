import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { audit } from '#modules/audit/index.ts'
import { languageName, markCalled } from '#modules/requests/index.ts'
import { type DomainEvent, record } from '#platform/database/events.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canWorkAt } from './policy.ts'

/** What was promised to somebody; phone in E.164. */
export type PromiseRow = {
  id: string
  deskId: string
  deskName: string
  callId: string | null
  words: string
  dueAt: Date
  doneAt: Date | null
  doneByName: string | null
  escalationLevel: number
  name: string
  phone: string | null
  note: string
  /** When they would like to be called, of who asked so on the website. */
  moment: 'any' | 'morning' | 'afternoon' | null
}

/** Promises made in a call and asked for on the website are one list. */
export function promisesQuery() {
  return build
    .selectFrom('coordination.promise as p')
    .innerJoin('organizations.coordinating_team as desk', 'desk.id', 'p.coordinating_team_id')
    .leftJoin('coordination.call as c', 'c.id', 'p.call_id')
    .leftJoin('requests.callback as b', 'b.id', 'p.callback_id')
    .select([
      'p.id',
      'p.coordinating_team_id as deskId',
      'desk.name as deskName',
      'c.id as callId',
      'p.words',
      'p.due_at as dueAt',
      'p.done_at as doneAt',
      'p.done_by_name as doneByName',
      'p.escalation_level as escalationLevel',
      sql<string>`coalesce(p.about_name, b.name, '')`.as('name'),
      sql<string | null>`coalesce(p.about_phone, b.phone)`.as('phone'),
      sql<string>`coalesce(c.note, b.note, '')`.as('note'),
      sql<PromiseRow['moment']>`b.moment`.as('moment'),
    ])
}

export type NewPromise = {
  words: string
  dueAt: Date
  deskId: string
  callId: string
  madeBy: string
  about: { name: string; phone?: string }
}

export async function insertPromise(tx: Tx, promise: NewPromise): Promise<void> {
  await tx.db
    .insertInto('coordination.promise')
    .values({
      id: newId(),
      region_id: tx.scope.actor.regionId,
      coordinating_team_id: promise.deskId,
      call_id: promise.callId,
      about_name: promise.about.name,
      about_phone: promise.about.phone ?? null,
      words: promise.words,
      due_at: promise.dueAt,
      made_at: tx.scope.now(),
      made_by_name: promise.madeBy,
      escalate_at: promise.dueAt,
    })
    .execute()
}

/** Promises something more to who called. */
export const makePromise = command(
  async (tx, actor, { callId, words, dueAt }: { callId: string; words: string; dueAt: Date }): Promise<void> => {
    const call = await tx.db
      .selectFrom('coordination.call')
      .select(['coordinating_team_id as deskId', 'caller_name as name', 'caller_phone as phone'])
      .where('id', '=', callId)
      .executeTakeFirst()
    if (!call) throw new NotFound()
    permit(canWorkAt(actor, call.deskId))
    const about = { name: call.name, ...(call.phone ? { phone: call.phone } : {}) }
    const madeBy = actor.kind === 'user' ? actor.name : ''
    await insertPromise(tx, { words, dueAt, deskId: call.deskId, callId, madeBy, about })
    await audit(tx, {
      event: 'promise.make',
      action: 'C',
      objectType: 'call',
      objectId: callId,
      fields: ['promise'],
      legalBasis: 'coordination',
      rule: canWorkAt.name,
    })
    await record(tx, { kind: 'desk-changed', topics: [`desk:${call.deskId}`], subjectId: callId })
  },
)

/** "Bel mij terug" on the website is a promise like any other. As the system, in the transaction of the asking. */
export async function promiseCallback(own: Tx, { subjectId, payload }: DomainEvent): Promise<void> {
  const { teamId, actBy, language } = payload as { teamId: string; actBy: string; language: string }
  await own.db
    .insertInto('coordination.promise')
    .values({
      id: newId(),
      region_id: own.scope.actor.regionId,
      coordinating_team_id: teamId,
      callback_id: subjectId,
      words: language === 'nl' ? 'Terugbellen' : `Terugbellen, vroeg dit in het ${languageName(language)}`,
      due_at: actBy,
      made_at: own.scope.now(),
      escalate_at: actBy,
    })
    .execute()
  await record(own, { kind: 'desk-changed', topics: [`desk:${teamId}`], subjectId })
}

/** It was done. A second time changes nothing. */
export const keepPromise = command(async (tx, actor, id: string, now): Promise<void> => {
  const promise = await tx.db
    .selectFrom('coordination.promise')
    .select(['coordinating_team_id as deskId', 'callback_id as callbackId', 'done_at as doneAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!promise) throw new NotFound()
  permit(canWorkAt(actor, promise.deskId))
  if (promise.doneAt || actor.kind !== 'user') return
  await tx.db
    .updateTable('coordination.promise')
    .set({ done_at: now, done_by_name: actor.name, escalate_at: null })
    .where('id', '=', id)
    .execute()
  if (promise.callbackId) await markCalled(tx, promise.callbackId)
  await audit(tx, {
    event: 'promise.keep',
    action: 'U',
    objectType: 'promise',
    objectId: id,
    legalBasis: 'coordination',
    rule: canWorkAt.name,
  })
  await record(tx, { kind: 'desk-changed', topics: [`desk:${promise.deskId}`], subjectId: id })
})
