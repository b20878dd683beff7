import { newId } from '#kernel/ids.ts'
import { audit, auditing } from '#modules/audit/index.ts'
import { actByAfterEscalation, getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { canCallBack } from './policy.ts'

export const callbackMoments = ['any', 'morning', 'afternoon'] as const
export type CallbackMoment = (typeof callbackMoments)[number]

/** Phone in E.164. */
export type NewCallback = { sentKey: string; name: string; phone: string; moment: CallbackMoment; note: string }

export type Callback = Omit<NewCallback, 'sentKey'> & {
  id: string
  askedAt: Date
  actBy: Date
  calledAt: Date | null
}

/**
 * Asks the region's desk to call. Anyone may; the same key sent twice is one callback. Answers by when they will be
 * called.
 */
export const askCallback = command(async (tx, actor, asked: NewCallback, now): Promise<Date> => {
  const { wayOfWorking } = await getRegion(tx)
  const actBy = actByAfterEscalation(wayOfWorking, now)
  const id = newId()
  // Without a column to look at, so that no right to read it back is asked for; only the key can be taken.
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('requests.callback')
    .values({
      id,
      region_id: actor.regionId,
      sent_key: asked.sentKey,
      coordinating_team_id: wayOfWorking.fallbackDeskId,
      name: asked.name,
      phone: asked.phone,
      moment: asked.moment,
      note: asked.note,
      asked_at: now,
      act_by: actBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 1n) {
    await audit(tx, {
      event: 'callback.ask',
      action: 'C',
      objectType: 'callback',
      objectId: id,
      fields: ['name', 'phone', 'note'],
      legalBasis: 'own-data',
      rule: 'anyone-may-ask',
    })
  }
  return actBy
})

/** Who waits for a call from one of this actor's desks, and who was called in the last week. */
export async function listCallbacks(scope: Scope): Promise<{ open: Callback[]; called: Callback[] }> {
  const all = build
    .selectFrom('requests.callback')
    .select([
      'id',
      'name',
      'phone',
      'moment',
      'note',
      'asked_at as askedAt',
      'act_by as actBy',
      'called_at as calledAt',
    ])
  const weekAgo = new Date(scope.now().getTime() - 7 * 86_400_000)
  const { open, called } = await read(scope, {
    open: all.where('called_at', 'is', null).orderBy('act_by').orderBy('id').limit(200),
    called: all.where('called_at', '>', weekAgo).orderBy('called_at', 'desc').limit(50),
    audit: auditing(scope, {
      event: 'callback.list',
      action: 'R',
      objectType: 'callback',
      fields: ['name', 'phone', 'note'],
      legalBasis: 'coordination',
      rule: 'canCallBack',
    }),
  })
  return { open: open as Callback[], called: called as Callback[] }
}

/** Marks that they were called. A second time changes nothing. */
export const markCalled = command(async (tx, actor, id: string, now) => {
  const callback = await tx.db
    .selectFrom('requests.callback')
    .select(['coordinating_team_id as coordinatingTeamId', 'called_at as calledAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!callback) throw new NotFound()
  permit(canCallBack(actor, callback))
  if (callback.calledAt) return
  await tx.db
    .updateTable('requests.callback')
    .set({ called_at: now, called_by: actor.kind === 'user' ? actor.userId : null })
    .where('id', '=', id)
    .execute()
  await audit(tx, {
    event: 'callback.called',
    action: 'U',
    objectType: 'callback',
    objectId: id,
    legalBasis: 'coordination',
    rule: 'canCallBack',
  })
})
