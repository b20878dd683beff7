import { newId } from '#kernel/ids.ts'
import type { Language } from '#kernel/languages.ts'
import { audit } from '#modules/audit/index.ts'
import { findAnswering } from '#modules/organizations/index.ts'
import { actByAfterEscalation, getRegion } from '#modules/regions/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { record } from '#platform/database/events.ts'
import { command, type Tx } from '#platform/database/transaction.ts'

export const callbackMoments = ['any', 'morning', 'afternoon'] as const
export type CallbackMoment = (typeof callbackMoments)[number]

/** Phone in E.164. */
export type NewCallback = {
  sentKey: string
  name: string
  phone: string
  moment: CallbackMoment
  note: string
  /** The language they asked in. */
  language: Language
}

/**
 * Asks the region's desk to call, or the desk that answers for it while it is busy or closed. Anyone may; the same key sent twice is
 * one callback. Answers by when they will be called.
 */
export const askCallback = command(async (tx, actor, asked: NewCallback, now): Promise<Date> => {
  const { wayOfWorking } = await getRegion(tx)
  const actBy = actByAfterEscalation(wayOfWorking, now)
  const id = newId()
  const { teamId } = await findAnswering(tx, wayOfWorking.fallbackDeskId)
  // Without a column to look at, so that no right to read it back is asked for; only the key can be taken.
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('requests.callback')
    .values({
      id,
      region_id: actor.regionId,
      sent_key: asked.sentKey,
      coordinating_team_id: teamId,
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
    // The promise that the desk keeps follows in the product's own name: who asks may not read it back.
    await asSystem(tx, 'promise-callback', (own) =>
      record(own, {
        kind: 'callback-asked',
        topics: [],
        subjectId: id,
        payload: { teamId, actBy: actBy.toISOString(), language: asked.language },
      }),
    )
  }
  return actBy
})

/** They were called, by who keeps the promises of a desk. */
export async function markCalled(tx: Tx, id: string): Promise<void> {
  const { actor } = tx.scope
  await tx.db
    .updateTable('requests.callback')
    .set({ called_at: tx.scope.now(), called_by: actor.kind === 'user' ? actor.userId : null })
    .where('id', '=', id)
    .where('called_at', 'is', null)
    .execute()
  await audit(tx, {
    event: 'callback.called',
    action: 'U',
    objectType: 'callback',
    objectId: id,
    legalBasis: 'coordination',
    rule: 'keeps-the-promise',
  })
}

/** From here on another desk calls. As the system. */
export async function passCallback(own: Tx, id: string, teamId: string): Promise<void> {
  await own.db
    .updateTable('requests.callback')
    .set({ coordinating_team_id: teamId })
    .where('id', '=', id)
    .where('called_at', 'is', null)
    .execute()
}
