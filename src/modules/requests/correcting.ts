import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import { command } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { addHistory } from './history.ts'
import { personKeyOf } from './match-keys.ts'
import type { ContactPerson } from './new-request.ts'
import { canFollowUp } from './policy.ts'
import { isOpen, type RequestState } from './rules/life.ts'
import { getStandingForUpdate, watchersOf } from './standing.ts'

/** What a requester may put right by themself; what is left out stays. Postcode as '6811AB', phones in E.164. */
export type Correction = {
  requestId: string
  phone: string | null
  email: string | null
  requesterPhone: string | null
  requesterEmail: string | null
  contact: ContactPerson | null
  postcode: string
  houseNumber: string
  question: string
}

export type CorrectRefusal = { code: 'not-open'; state: RequestState } | { code: 'other-neighbourhood' }

/**
 * Puts right what was wrong. Within the neighbourhood only: another four-digit postcode may be another team's, and then
 * somebody should talk about it, so the page tells whom to call.
 */
export const correctRequest = command(
  async (tx, actor, input: Correction, now): Promise<Outcome<null, CorrectRefusal>> => {
    const standing = await getStandingForUpdate(tx, input.requestId)
    permit(canFollowUp(actor, standing))
    if (!isOpen(standing.state)) return refused({ code: 'not-open', state: standing.state })
    const before = await tx.db
      .selectFrom('requests.patient_identity')
      .selectAll()
      .where('request_id', '=', standing.id)
      .executeTakeFirst()
    if (!before) throw new NotFound()
    if (before.postcode.slice(0, 4) !== input.postcode.slice(0, 4)) return refused({ code: 'other-neighbourhood' })

    const requester = before.requester as Record<string, string>
    const others = (before.contacts as unknown as ContactPerson[]).slice(1)
    const after = {
      phone: input.phone,
      email: input.email,
      postcode: input.postcode,
      house_number: input.houseNumber,
      question: input.question,
      contacts: JSON.stringify(input.contact ? [input.contact, ...others] : others),
      requester: JSON.stringify({
        ...requester,
        phone: input.requesterPhone ?? undefined,
        email: input.requesterEmail ?? undefined,
      }),
    }
    const changed = changedFields(before, after)
    if (changed.length === 0) return done(null)
    await tx.db.updateTable('requests.patient_identity').set(after).where('request_id', '=', standing.id).execute()
    if (changed.includes('postcode') || changed.includes('house_number')) {
      const hash = personKeyOf(tx.scope.seal, {
        birthDate: before.birth_date,
        familyName: before.family_name,
        postcode: input.postcode,
        houseNumber: input.houseNumber,
      })
      await tx.db
        .insertInto('requests.match_key')
        .values({ request_id: standing.id, region_id: actor.regionId, hash })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    const names = [before.given_name, before.family_name, requester.name, input.contact?.name].filter(
      (name): name is string => Boolean(name),
    )
    const card = withoutPersonal(input.question, { names })
    await tx.db
      .updateTable('requests.care_request')
      .set((eb) => ({
        supplemented_at: now,
        version: eb('version', '+', 1),
        ...(changed.includes('question') ? { question: card.text, question_withheld: card.found.length > 0 } : {}),
      }))
      .where('id', '=', standing.id)
      .execute()
    await addHistory(tx, standing.id, { history: { code: 'corrected', facts: { fields: changed } } })
    await audit(tx, {
      event: 'request.correct',
      action: 'U',
      careRequestId: standing.id,
      objectType: 'patient-identity',
      objectId: standing.id,
      fields: changed,
      legalBasis: actor.kind === 'user' ? 'referral' : 'own-data',
      rule: canFollowUp.name,
    })
    await record(tx, { kind: 'request-corrected', topics: watchersOf(standing), subjectId: standing.id })
    return done(null)
  },
)

/** The names of what is different; contacts and requester are compared as the database would keep them. */
function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((name) => {
    const [old, new_] = [before[name], after[name]]
    if (typeof old === 'object' && old !== null) return canonical(old) !== canonical(JSON.parse(String(new_)))
    return old !== new_
  })
}

/** JSON with its keys in order: the database keeps them in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
