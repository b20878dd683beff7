import type { LocalDate } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { addHistory } from './history.ts'
import type { NewCard } from './new-request.ts'
import { canFollowUp } from './policy.ts'
import { isOpen, type RequestState } from './rules/life.ts'
import { getStandingForUpdate, watchersOf } from './standing.ts'

export type ChangeRefusal = { code: 'not-open'; state: RequestState }

/** Adds words to a request that was sent. Nothing that was there goes away; who holds it sees that there is more. */
export const supplementRequest = command(
  async (tx, actor, input: { requestId: string; text: string }, now): Promise<Outcome<null, ChangeRefusal>> => {
    const standing = await getStandingForUpdate(tx, input.requestId)
    permit(canFollowUp(actor, standing))
    if (!isOpen(standing.state) && standing.state !== 'started')
      return refused({ code: 'not-open', state: standing.state })
    await insertSupplement(tx, standing.id, input.text)
    await tx.db
      .updateTable('requests.care_request')
      .set((eb) => ({ supplemented_at: now, version: eb('version', '+', 1) }))
      .where('id', '=', standing.id)
      .execute()
    await addHistory(tx, standing.id, { history: { code: 'supplemented' } })
    await audit(tx, {
      event: 'request.supplement',
      action: 'U',
      careRequestId: standing.id,
      objectType: 'care-request',
      objectId: standing.id,
      fields: ['supplement'],
      legalBasis: actor.kind === 'user' ? 'referral' : 'own-data',
      rule: canFollowUp.name,
    })
    await record(tx, { kind: 'request-supplemented', topics: watchersOf(standing), subjectId: standing.id })
    return done(null)
  },
)

/** Words that may name people: kept apart from the card, they open with the identity. */
export async function insertSupplement(tx: Tx, requestId: string, text: string): Promise<void> {
  const { actor } = tx.scope
  await tx.db
    .insertInto('requests.supplement')
    .values({
      id: newId(),
      request_id: requestId,
      region_id: actor.regionId,
      at: tx.scope.now(),
      by_kind: actor.kind,
      by_name: actor.kind === 'user' ? `${actor.name}, ${actor.organizationName}` : null,
      text,
    })
    .execute()
}

export type NewDate = {
  requestId: string
  /** When the client leaves the hospital or centre; left alone when it was not asked. */
  dischargeOn?: LocalDate
  startOn: LocalDate
  certainty: NewCard['startCertainty']
}

/** Discharges move. The new date is on every list at once, and the holder is asked to look again. */
export const changeDate = command(async (tx, actor, input: NewDate, now): Promise<Outcome<null, ChangeRefusal>> => {
  const standing = await getStandingForUpdate(tx, input.requestId)
  permit(canFollowUp(actor, standing))
  if (!isOpen(standing.state)) return refused({ code: 'not-open', state: standing.state })
  await tx.db
    .updateTable('requests.care_request')
    .set((eb) => ({
      start_on: input.startOn,
      start_certainty: input.certainty,
      ...(input.dischargeOn === undefined ? {} : { discharge_on: input.dischargeOn }),
      date_changed_at: now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', standing.id)
    .execute()
  await addHistory(tx, standing.id, {
    history: { code: 'date-changed', facts: { from: standing.startOn, to: input.startOn } },
  })
  await audit(tx, {
    event: 'request.change-date',
    action: 'U',
    careRequestId: standing.id,
    objectType: 'care-request',
    objectId: standing.id,
    fields: ['startOn', 'startCertainty', ...(input.dischargeOn === undefined ? [] : ['dischargeOn'])],
    legalBasis: actor.kind === 'user' ? 'referral' : 'own-data',
    rule: canFollowUp.name,
  })
  await record(tx, { kind: 'request-date-changed', topics: watchersOf(standing), subjectId: standing.id })
  return done(null)
})
