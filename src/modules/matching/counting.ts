import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { DomainEvent } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What a party did with what it was asked. */
type Did = 'yes' | 'no_room' | 'cannot' | 'silent'

/** Reasons that say that an organisation does not give this care here: no unwillingness, and no figure of it. */
const cannotReasons: readonly string[] = [
  'expertise-missing',
  'no-contract',
  'outside-area',
  'material-or-safety',
  'in-care-elsewhere',
  'not-enough-information',
]

/** Nobody answers at night: one answer counts for a day at most. */
const mostMinutes = 1440

/** A first answer is counted; a no keeps the organisation off the list of this request, and another answer takes that back. */
export async function countAnswer(tx: Tx, { subjectId, payload = {} }: DomainEvent): Promise<void> {
  const { organizationId, answer, reason, minutes, first } = payload as {
    organizationId: string
    answer: string
    reason?: string
    minutes: number
    first: boolean
  }
  await asSystem(tx, 'count-answer', async (own) => {
    const did = didWith(answer, reason)
    if (first && did) await count(own, [organizationId], did, Math.min(mostMinutes, Math.max(0, Math.round(minutes))))
    if (answer === 'cannot') await keepOff(own, subjectId, organizationId, 'refused', reason ?? 'other')
    else await letBack(own, subjectId, [organizationId])
  })
}

export async function countSilence(tx: Tx, { payload = {} }: DomainEvent): Promise<void> {
  const { organizationIds } = payload as { organizationIds: string[] }
  await asSystem(tx, 'count-silence', (own) => count(own, organizationIds, 'silent', 0))
}

/** Who gave it back is not asked for the same request again; when the client wants another, that is what is told. */
export async function rememberReturn(tx: Tx, { subjectId, payload = {} }: DomainEvent): Promise<void> {
  const { organizationId, reason } = payload as { organizationId: string; reason: string }
  const how = reason === 'client-prefers-other' ? 'client' : 'returned'
  await asSystem(tx, 'remember-return', (own) => keepOff(own, subjectId, organizationId, how, reason))
}

/** On another day there may be room: only what does not hang on the day stays. */
export async function forgetNoRoom(tx: Tx, { subjectId }: DomainEvent): Promise<void> {
  await asSystem(tx, 'forget-no-room', (own) =>
    own.db
      .deleteFrom('matching.refusal')
      .where('request_id', '=', subjectId)
      .where('how', '=', 'refused')
      .where('reason', 'not in', cannotReasons)
      .execute(),
  )
}

/** A question back is neither yes nor no. */
function didWith(answer: string, reason: string | undefined): Did | undefined {
  if (answer === 'need-to-know') return undefined
  if (answer !== 'cannot') return 'yes'
  return reason !== undefined && cannotReasons.includes(reason) ? 'cannot' : 'no_room'
}

async function count(own: Tx, organizationIds: readonly string[], did: Did, minutes: number): Promise<void> {
  if (organizationIds.length === 0) return
  const { regionId } = own.scope.actor
  await own.db
    .insertInto('matching.answer_count')
    .values(
      // In one order: two that count the same organisations at once do not wait for each other.
      [...organizationIds].sort().map((organizationId) => ({
        region_id: regionId,
        organization_id: organizationId,
        counted_on: today(own),
        [did]: 1,
        minutes,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'counted_on', 'organization_id']).doUpdateSet((eb) => ({
        [did]: eb(`matching.answer_count.${did}`, '+', 1),
        minutes: eb('matching.answer_count.minutes', '+', minutes),
      })),
    )
    .execute()
}

async function keepOff(own: Tx, requestId: string, organizationId: string, how: string, reason: string): Promise<void> {
  await own.db
    .insertInto('matching.refusal')
    .values({
      request_id: requestId,
      organization_id: organizationId,
      region_id: own.scope.actor.regionId,
      how,
      reason,
      refused_on: today(own),
    })
    .onConflict((conflict) =>
      conflict.columns(['request_id', 'organization_id']).doUpdateSet({ how, reason, refused_on: today(own) }),
    )
    .execute()
}

async function letBack(own: Tx, requestId: string, organizationIds: readonly string[]): Promise<void> {
  await own.db
    .deleteFrom('matching.refusal')
    .where('request_id', '=', requestId)
    .where('organization_id', 'in', organizationIds)
    .execute()
}

function today(own: Tx): LocalDate {
  return localDateOf(own.scope.now())
}
