import { sql } from 'kysely'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import { command } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import type { NewConsent } from './new-request.ts'
import { canFollowUp } from './policy.ts'
import { hasEnded } from './rules/life.ts'
import { getStandingForUpdate, watchersOf } from './standing.ts'
import { insertConsent } from './store.ts'

export const givers = ['client', 'representative', 'informal-carer'] as const satisfies NewConsent['givenBy'][]

/**
 * The client's side says on its own page that the insurer may be asked to find care, as it can also say on the phone to who holds the
 * request. Kept once; the letter itself is for the holder.
 */
export const letInsurerHelp = command(
  async (
    tx,
    actor,
    { requestId, givenBy }: { requestId: string; givenBy: (typeof givers)[number] },
  ): Promise<Outcome<null, 'not-due'>> => {
    const standing = await getStandingForUpdate(tx, requestId)
    // A referrer speaks for a client, and does not say yes for one.
    permit(actor.kind === 'link' && canFollowUp(actor, standing))
    const request = await tx.db
      .selectFrom('requests.care_request as r')
      .select([
        'r.escalation_step as step',
        sql<boolean>`exists (select from requests.consent c where c.request_id = r.id
          and 'insurer-mediation' = any (c.scope) and c.withdrawn_at is null)`.as('given'),
      ])
      .where('r.id', '=', requestId)
      .executeTakeFirstOrThrow()
    if (request.given) return done(null)
    if (request.step !== 'insurer-mediation' || hasEnded(standing.state)) return refused('not-due')
    const consentId = await insertConsent(tx, requestId, {
      givenBy,
      scope: ['insurer-mediation'],
      textVersion: 'zorgbemiddeling-2026-11',
    })
    await audit(tx, {
      event: 'request.insurer-consent',
      action: 'U',
      careRequestId: requestId,
      objectType: 'care-request',
      objectId: requestId,
      fields: ['consent'],
      legalBasis: 'own-data',
      rule: canFollowUp.name,
      consentId,
    })
    await record(tx, { kind: 'insurer-may-help', topics: watchersOf(standing), subjectId: requestId })
    return done(null)
  },
)
