import { dueAt } from '#kernel/deadline.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { getRegion } from '#modules/regions/index.ts'
import { addHistory, getStandingForUpdate, moveRequest, type Standing } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { askAgain, findRunning } from '../inquiry/inquiry-store.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { answerBy, isOffer } from '../rules/inquiry.ts'
import { listSilentTakers, markDateConfirmed } from '../store.ts'
import { startMustBeConfirmedBy } from '../taking/assigning.ts'
import { tellOfNewDate } from '../telling.ts'
import { holderOf, lockAsSeen, termUntil } from './standing.ts'

/** The date moved: whoever said yes to the old one says again that it can, be it as an offer or because it has the request or a part of it. */
export async function askToConfirmDate(tx: Tx, requestId: string): Promise<void> {
  await asSystem(tx, 'confirm-date', async (own) => {
    const standing = await getStandingForUpdate(own, requestId)
    if (standing.state === 'offered' || standing.state === 'proposed') await askOffersAgain(own, standing)
    else if (standing.state === 'assigned') await askTaker(own, standing)
    // While other parts still wait the whole keeps its own moment; who has a part hears of it and says it when all are taken at the latest.
    else if (standing.partTakerIds.length > 0)
      await addHistory(own, standing.id, { actBy: standing.actBy ?? undefined, history: toConfirm })
    await tellOfNewDate(own, await listSilentTakers(own, requestId))
  })
}

/** Within the time of an assignment. */
async function askTaker(own: Tx, standing: Standing): Promise<void> {
  if (!standing.takerOrganizationId) return
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  await moveRequest(own, standing, {
    to: 'assigned',
    holder: { organizationId: standing.takerOrganizationId },
    ...termUntil(way, now, dueAt(now, way.confirmAssignment, way.opening)),
    history: { ...toConfirm, organizationId: standing.takerOrganizationId },
  })
}

/** An offer for the old date is none for the new one. Who said no keeps that; like everyone it may answer anew until the question closes. */
async function askOffersAgain(own: Tx, standing: Standing): Promise<void> {
  const running = await findRunning(own, standing.id)
  const offered = running?.given.filter(isOffer).map(({ organizationId }) => organizationId) ?? []
  if (!running || offered.length === 0) return
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  const fresh = running.why === 'assignment' ? dueAt(now, way.confirmAssignment, way.opening) : answerBy(way, now)
  const until = new Date(Math.max(fresh.getTime(), running.answerBy.getTime()))
  await askAgain(own, running.id, offered, until)
  await moveRequest(own, standing, {
    to: 'offered',
    holder: holderOf(standing, way.fallbackDeskId),
    ...termUntil(way, now, until),
    history: { ...toConfirm, facts: { count: offered.length } },
  })
  await tellOfNewDate(own, offered)
}

const toConfirm = { code: 'date-to-confirm' as const }

/** Yes, also on the new date. Who cannot, gives it back with a reason. */
export const confirmDate = command(
  async (tx, actor, input: { requestId: string }): Promise<Outcome<void, { code: CommandRefusal }>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'confirm-date', standing)
    if (refusal || actor.kind !== 'user') return refused({ code: refusal ?? 'not-yours' })
    await asSystem(tx, 'confirm-date', async (own) => {
      await markDateConfirmed(own, standing.id, actor.organizationId)
      const silent = await listSilentTakers(own, standing.id)
      const history = { code: 'date-confirmed' as const, organizationId: actor.organizationId }
      if (silent.length > 0 || standing.state !== 'assigned') return stay(own, standing, history)
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

/** Others who have a part of it did not say yes, or nobody has one yet: until then it is held as it was. */
async function stay(
  own: Tx,
  standing: Standing,
  history: { code: 'date-confirmed'; organizationId: string },
): Promise<void> {
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  const actBy = standing.actBy ?? now
  await moveRequest(own, standing, {
    to: standing.state,
    holder: holderOf(standing, way.fallbackDeskId),
    ...(standing.state === 'triage' ? { actBy } : termUntil(way, now, actBy)),
    history,
  })
}
