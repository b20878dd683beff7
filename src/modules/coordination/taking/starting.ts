import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { getStandingForUpdate, moveRequest } from '#modules/requests/index.ts'
import { command } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { canConfirmStart } from '../policy.ts'
import type { ActRefusal } from '../rules/acts.ts'
import { startDateRefusal } from '../rules/start-date.ts'
import { markStarted } from '../store.ts'

export type Start = { requestId: string; startedOn: LocalDate }
export type StartRefusal = { code: ActRefusal | 'in-the-future' | 'too-long-ago' }

/** Confirms that care has really begun: nobody has to act any more, and the request closes by itself some weeks later. */
export const confirmStart = command(async (tx, actor, input: Start, now): Promise<Outcome<void, StartRefusal>> => {
  if (actor.kind !== 'user') throw new NotAllowed()
  const standing = await getStandingForUpdate(tx, input.requestId)
  const answer = canConfirmStart(actor, standing)
  if (!answer) throw new NotAllowed()
  if (!answer.ok) return refused({ code: answer.refusal })
  if (answer.value === 'already') return done(undefined)
  const wrongDate = startDateRefusal(input.startedOn, localDateOf(now))
  if (wrongDate) return refused({ code: wrongDate })

  await moveRequest(tx, standing, {
    to: 'started',
    startedOn: input.startedOn,
    escalationLevel: 0,
    history: { code: 'started', organizationId: actor.organizationId, facts: { startedOn: input.startedOn } },
  })
  await markStarted(tx, standing.id, input.startedOn)
  await audit(tx, {
    event: 'request.start',
    action: 'U',
    careRequestId: standing.id,
    objectType: 'care-request',
    objectId: standing.id,
    fields: ['started-on'],
    legalBasis: 'treatment',
    rule: canConfirmStart.name,
  })
  return done(undefined)
})
