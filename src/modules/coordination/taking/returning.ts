import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { audit } from '#modules/audit/index.ts'
import { actByFor, getRegion, listReasons } from '#modules/regions/index.ts'
import { clearTaker, closeIdentity, getStandingForUpdate, moveRequest } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { record } from '#platform/database/events.ts'
import { command } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { termUntil } from '../deadlines/standing.ts'
import { beginDistribution } from '../inquiry/settling.ts'
import { canReturn } from '../policy.ts'
import type { ActRefusal } from '../rules/acts.ts'
import { endAssignments } from '../store.ts'
import { closeSwapOf } from '../swap/store.ts'

export type Return = { requestId: string; reason: string; text?: string }
export type ReturnRefusal = { code: ActRefusal | 'reason-unknown' | 'text-wanted' }

/**
 * Gives a taken request back to the list of its team, on top and with a fresh act-by. The identity closes for the
 * organisation in the same transaction. What looks personal in the explanation is left out: every nurse of the team reads it.
 */
export const returnRequest = command(async (tx, actor, input: Return, now): Promise<Outcome<void, ReturnRefusal>> => {
  if (actor.kind !== 'user') throw new NotAllowed()
  const standing = await getStandingForUpdate(tx, input.requestId)
  const answer = canReturn(actor, standing)
  if (!answer) throw new NotAllowed()
  if (!answer.ok) return refused({ code: answer.refusal })

  const region = await getRegion(tx)
  const reason = listReasons(region, 'return').find(({ code }) => code === input.reason)
  if (!reason) return refused({ code: 'reason-unknown' })
  if (reason.wantsText && !input.text) return refused({ code: 'text-wanted' })

  const { wayOfWorking } = region
  const coordinatingTeamId = standing.coordinatingTeamId ?? wayOfWorking.fallbackDeskId
  const text = input.text && withoutPersonal(input.text).text
  await asSystem(tx, 'close-swap', (own) => closeSwapOf(own, standing.id, 'overtaken'))
  const takers = await endAssignments(tx, standing.id, { how: 'returned', reason: reason.code, text })
  await moveRequest(tx, standing, {
    to: 'listed',
    coordinatingTeamId,
    holder: { coordinatingTeamId },
    ...termUntil(wayOfWorking, now, actByFor(wayOfWorking, standing.priority, now)),
    clockStartedAt: now,
    escalationLevel: 0,
    escalationStep: null,
    listRank: 0,
    shownToOrganizations: [],
    returnReason: reason.code,
    history: { code: 'returned', organizationId: actor.organizationId, facts: { reason: reason.code } },
  })
  await record(tx, {
    kind: 'request-given-back',
    topics: [],
    subjectId: standing.id,
    payload: { organizationId: actor.organizationId, reason: reason.code },
  })
  for (const organizationId of takers) await closeIdentity(tx, standing.id, organizationId)
  await clearTaker(tx, standing.id)
  await asSystem(tx, 'distribute-again', async (own) =>
    beginDistribution(own, await getStandingForUpdate(own, standing.id), {
      without: actor.organizationId,
      asked: true,
    }),
  )
  await audit(tx, {
    event: 'request.return',
    action: 'U',
    careRequestId: standing.id,
    objectType: 'care-request',
    objectId: standing.id,
    fields: ['holder', 'act-by', 'identity-open-to', 'return-reason'],
    legalBasis: 'treatment',
    rule: canReturn.name,
  })
  return done(undefined)
})
