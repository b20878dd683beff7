import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { getStanding, getStandingForUpdate, type Standing } from '#modules/requests/index.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { isUnwanted } from '../inquiry/inquiry-store.ts'
import { canTake } from '../policy.ts'
import type { ActRefusal } from '../rules/acts.ts'
import { getOrganization } from '../store.ts'
import { giveTo } from './assigning.ts'

/** Why not, and by whom it was taken when that is why. */
export type Refusal = { code: ActRefusal | 'not-eligible'; takenBy?: string }

/**
 * Takes a request for the organisation of the nurse: from here on that organisation answers for it, and the identity is open
 * to its nurses. Of any number who press at once one wins; for the others it is a refusal that names who has it. Pressing
 * twice, also by a colleague, is a success.
 */
export const takeRequest = command(async (tx, actor, input: { requestId: string }): Promise<Outcome<void, Refusal>> => {
  if (actor.kind !== 'user') throw new NotAllowed()
  const organizationId = actor.organizationId
  const [seen, { givesCare }] = await Promise.all([
    getStanding(tx, input.requestId),
    getOrganization(tx, organizationId),
  ])
  const claims = (await getRegion(tx)).wayOfWorking.distribution === 'meeting'
  const decideOn = (standing: Standing) => {
    const answer = canTake(actor, standing, givesCare, claims)
    if (!answer) throw new NotAllowed()
    return answer
  }
  // Whoever comes late hears so without waiting for the lock; whoever may win decides again behind it.
  const first = decideOn(seen)
  const standing = first.ok ? await getStandingForUpdate(tx, input.requestId) : seen
  const answer = first.ok ? decideOn(standing) : first
  if (!answer.ok) return refuse(tx, standing, answer.refusal)
  if (answer.value === 'already') return done(undefined)
  if (await isUnwanted(tx, standing.id, organizationId)) return refuse(tx, standing, 'not-eligible')

  if (!(await giveTo(tx, standing, organizationId))) return refuse(tx, standing, 'already-taken')
  await audit(tx, {
    event: 'request.take',
    action: 'U',
    careRequestId: standing.id,
    objectType: 'care-request',
    objectId: standing.id,
    fields: ['holder', 'act-by', 'identity-open-to'],
    legalBasis: 'treatment',
    rule: canTake.name,
  })
  return done(undefined)
})

async function refuse(tx: Tx, standing: Standing, code: Refusal['code']): Promise<Outcome<never, Refusal>> {
  const takerId = code === 'already-taken' ? await findTaker(tx, standing) : undefined
  const takenBy = takerId && (await getOrganization(tx, takerId)).name
  await audit(tx, {
    event: 'request.take',
    action: 'U',
    outcome: 'refused',
    careRequestId: standing.id,
    objectType: 'care-request',
    objectId: standing.id,
    legalBasis: 'coordination',
    rule: canTake.name,
  })
  return refused(takenBy ? { code, takenBy } : { code })
}

async function findTaker(tx: Tx, standing: Standing): Promise<string | undefined> {
  if (standing.takerOrganizationId) return standing.takerOrganizationId
  const row = await tx.db
    .selectFrom('coordination.assignment')
    .select('organization_id')
    .where('request_id', '=', standing.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.organization_id
}
