import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { getRegion, listReasons, type Reason } from '#modules/regions/index.ts'
import { record } from '#platform/database/events.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { moveRequest } from './moving.ts'
import { closeIdentity } from './opening.ts'
import { canFollowUp } from './policy.ts'
import { isOpen, type RequestState } from './rules/life.ts'
import { getStandingForUpdate } from './standing.ts'
import { insertSupplement } from './supplementing.ts'

export type Withdrawal = { requestId: string; reason: string; text?: string }
export type WithdrawRefusal =
  | { code: 'not-open'; state: RequestState }
  | { code: 'reason-unknown' }
  | { code: 'text-missing' }

/**
 * The requester no longer wants it. Whoever had taken it is told and loses sight of the identity in this transaction:
 * coordination ends the assignment on the event.
 */
export const withdrawRequest = command(
  async (tx, actor, input: Withdrawal): Promise<Outcome<null, WithdrawRefusal>> => {
    const standing = await getStandingForUpdate(tx, input.requestId)
    permit(canFollowUp(actor, standing))
    if (!isOpen(standing.state)) return refused({ code: 'not-open', state: standing.state })
    const reason = (await listWithdrawalReasons(tx)).find(({ code }) => code === input.reason)
    if (!reason) return refused({ code: 'reason-unknown' })
    if (reason.wantsText && !input.text) return refused({ code: 'text-missing' })

    // Words can name people, so they stand with the identity and not in the history.
    if (input.text) await insertSupplement(tx, standing.id, input.text)
    if (standing.takerOrganizationId) await closeIdentity(tx, standing.id, standing.takerOrganizationId)
    await moveRequest(tx, standing, {
      to: 'withdrawn',
      withdrawalReason: reason.code,
      history: { code: 'withdrawn', facts: { reason: reason.code } },
    })
    await audit(tx, {
      event: 'request.withdraw',
      action: 'U',
      careRequestId: standing.id,
      objectType: 'care-request',
      objectId: standing.id,
      fields: ['state', 'withdrawalReason'],
      legalBasis: actor.kind === 'user' ? 'referral' : 'own-data',
      rule: canFollowUp.name,
    })
    await record(tx, {
      kind: 'request-withdrawn',
      topics: [],
      subjectId: standing.id,
      payload: { takerOrganizationId: standing.takerOrganizationId },
    })
    return done(null)
  },
)

export async function listWithdrawalReasons(place: Scope | Tx): Promise<readonly Reason[]> {
  return listReasons(await getRegion(place), 'withdrawal')
}
