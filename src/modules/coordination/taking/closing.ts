import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { closeIdentity, getStandingForUpdate, moveRequest, type Standing } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, inTransaction, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { literally } from '../literally.ts'
import { canClose } from '../policy.ts'
import type { ActRefusal } from '../rules/acts.ts'
import { endAssignments } from '../store.ts'
import { closeSwapOf } from '../swap/store.ts'

/** Closes a request of which care has begun. Its identity closes too: by now the organisation has a record of its own. */
export const closeRequest = command(
  async (tx, actor, input: { requestId: string }): Promise<Outcome<void, { code: ActRefusal }>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const standing = await getStandingForUpdate(tx, input.requestId)
    const answer = canClose(actor, standing)
    if (!answer) throw new NotAllowed()
    if (!answer.ok) return refused({ code: answer.refusal })
    if (answer.value === 'do') await close(tx, standing)
    return done(undefined)
  },
)

const batch = 50
const dayLength = 86_400_000

/**
 * Closes what started so long ago that the region counts it as settled; answers how many. Run by a timer: what another
 * process is busy with is left to it.
 */
export async function closeStarted(scope: Scope): Promise<number> {
  const { wayOfWorking } = await getRegion(scope)
  const before = new Date(scope.now().getTime() - wayOfWorking.closeAfterDays * dayLength)
  let closed = 0
  for (;;) {
    const now = await inTransaction(scope, (tx) => closeBatch(tx, before))
    closed += now
    if (now < batch) return closed
  }
}

async function closeBatch(tx: Tx, before: Date): Promise<number> {
  const rows = await tx.db
    .selectFrom('requests.care_request')
    .select('id')
    .where('state', 'in', literally(['started']))
    .where('state_since', '<', before)
    .orderBy('state_since')
    .limit(batch)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id } of rows) await close(tx, await getStandingForUpdate(tx, id))
  return rows.length
}

async function close(tx: Tx, standing: Standing): Promise<void> {
  await asSystem(tx, 'close-swap', (own) => closeSwapOf(own, standing.id, 'overtaken'))
  const takers = await asSystem(tx, 'end-assignments', (own) => endAssignments(own, standing.id, { how: 'closed' }))
  await moveRequest(tx, standing, {
    to: 'closed',
    history: { code: 'closed', ...(takers[0] ? { organizationId: takers[0] } : {}) },
  })
  for (const organizationId of takers) await closeIdentity(tx, standing.id, organizationId)
  await audit(tx, {
    event: 'request.close',
    action: 'U',
    careRequestId: standing.id,
    objectType: 'care-request',
    objectId: standing.id,
    fields: ['state', 'identity-open-to'],
    legalBasis: tx.scope.actor.kind === 'system' ? 'administration' : 'treatment',
    rule: tx.scope.actor.kind === 'system' ? 'close-after-days' : canClose.name,
  })
}
