import { dueAt } from '#kernel/deadline.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { getRegion } from '#modules/regions/index.ts'
import { getStandingForUpdate, moveRequest, type Standing } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { markDateConfirmed } from '../store.ts'
import { startMustBeConfirmedBy } from '../taking/assigning.ts'
import { holderOf, lockAsSeen, termUntil } from './standing.ts'

/** The date moved: who has the request says again that it can, within the time of an assignment. */
export async function askToConfirmDate(tx: Tx, requestId: string): Promise<void> {
  await asSystem(tx, 'confirm-date', async (own) => {
    const standing = await getStandingForUpdate(own, requestId)
    if (standing.state !== 'assigned' || !standing.takerOrganizationId) return
    const { wayOfWorking: way } = await getRegion(own)
    const now = own.scope.now()
    await moveRequest(own, standing, {
      to: 'assigned',
      holder: { organizationId: standing.takerOrganizationId },
      ...termUntil(way, now, dueAt(now, way.confirmAssignment, way.opening)),
      history: { code: 'date-to-confirm', organizationId: standing.takerOrganizationId },
    })
  })
}

/** Yes, also on the new date. Who cannot, gives it back with a reason. */
export const confirmDate = command(
  async (tx, actor, input: { requestId: string }): Promise<Outcome<void, { code: CommandRefusal }>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'confirm-date', standing)
    if (refusal || actor.kind !== 'user') return refused({ code: refusal ?? 'not-yours' })
    await asSystem(tx, 'confirm-date', async (own) => {
      const all = await markDateConfirmed(own, standing.id, actor.organizationId)
      const history = { code: 'date-confirmed' as const, organizationId: actor.organizationId }
      if (!all) return stay(own, standing, history)
      await moveRequest(own, standing, {
        to: 'assigned',
        holder: { organizationId: standing.takerOrganizationId ?? actor.organizationId },
        actBy: await startMustBeConfirmedBy(own, standing.startOn),
        escalationLevel: 0,
        escalationStep: null,
        listRank: 1,
        history,
      })
    })
    await auditCommand(tx, standing, 'request.confirm-date', ['act-by'])
    return done(undefined)
  },
)

/** Others who have a part of it did not say yet: until then it is held as it was. */
async function stay(
  own: Tx,
  standing: Standing,
  history: { code: 'date-confirmed'; organizationId: string },
): Promise<void> {
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  await moveRequest(own, standing, {
    to: 'assigned',
    holder: holderOf(standing, way.fallbackDeskId),
    ...termUntil(way, now, standing.actBy ?? now),
    history,
  })
}
