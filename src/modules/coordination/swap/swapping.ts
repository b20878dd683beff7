import { instantOf, localDateOf } from '#kernel/dates.ts'
import { dueAt } from '#kernel/deadline.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { confirmStartBy, getRegion, listReasons } from '#modules/regions/index.ts'
import {
  closeIdentity,
  getStandingForUpdate,
  givePart,
  listParts,
  moveRequest,
  openIdentity,
  type Standing,
  showTo,
} from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotAllowed } from '#platform/http/faults.ts'
import { lockAsSeen } from '../deadlines/standing.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { listProviders } from '../inquiry/inquiry-store.ts'
import { factsOf, followParts } from '../parts/following.ts'
import { openForPart } from '../parts/giving.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { endAssignments, getOrganization, insertAssignment } from '../store.ts'
import { tellOfSwap, tellParties } from '../telling.ts'
import { closeSwapOf, findSwap, insertSwap, type RunningSwap } from './store.ts'

export type SwapRefusal = {
  code:
    | CommandRefusal
    | 'nobody-chosen'
    | 'party-unknown'
    | 'swap-with-oneself'
    | 'swap-runs'
    | 'no-swap'
    | 'part-wanted'
    | 'date-over'
    | 'reason-unknown'
}

export type Proposal = {
  requestId: string
  partId?: string
  organizationId: string
  takesOverOn?: string
  remark?: string
}

/**
 * Proposes to hand a client, or a part of the care, to another organisation. It sees the card and nothing of who it is about; the
 * taker keeps all duties until the other says yes. What looks personal in the remark is left out.
 */
export const proposeSwap = command(async (tx, actor, input: Proposal, now): Promise<Outcome<void, SwapRefusal>> => {
  if (actor.kind !== 'user') throw new NotAllowed()
  const standing = await lockAsSeen(tx, input.requestId)
  const refusal = whyNot(tx, 'propose-swap', standing)
  if (refusal) return refused({ code: refusal })
  const fromId = actor.organizationId
  const wrong = await wrongPart(tx, standing, input.partId, fromId)
  if (wrong) return refused({ code: wrong })
  if (!input.organizationId) return refused({ code: 'nobody-chosen' })
  if (input.organizationId === fromId) return refused({ code: 'swap-with-oneself' })
  const [toId] = await listProviders(tx, standing.id, [input.organizationId])
  if (!toId) return refused({ code: 'party-unknown' })
  if (input.takesOverOn && input.takesOverOn < localDateOf(now)) return refused({ code: 'date-over' })
  const { wayOfWorking: way } = await getRegion(tx)
  const answerBy = dueAt(now, way.confirmAssignment, way.opening)
  const proposed = await asSystem(tx, 'propose-swap', async (own) => {
    if (await findSwap(own, standing.id)) return false
    const remark = input.remark && withoutPersonal(input.remark).text
    const { partId, takesOverOn } = input
    const proposedBy = actor.userId
    await insertSwap(own, { requestId: standing.id, partId, fromId, toId, remark, takesOverOn, answerBy, proposedBy })
    await showTo(own, standing, [...standing.shownToOrganizations, toId], 'swap-proposed')
    await tellParties(own, [toId])
    return true
  })
  if (!proposed) return refused({ code: 'swap-runs' })
  await auditCommand(tx, standing, 'request.propose-swap', ['swap', 'card-shown'])
  return done(undefined)
})

/** Yes: from here on the client is theirs. The identity moves with it, and care has to be confirmed as begun once more. */
export const acceptSwap = command(
  async (tx, actor, input: { requestId: string }): Promise<Outcome<void, SwapRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const { standing, swap, refusal } = await lockSwap(tx, input.requestId, 'accept-swap', actor.organizationId)
    if (refusal || !swap) return refused({ code: refusal ?? 'no-swap' })
    await asSystem(tx, 'accept-swap', async (own) => {
      await closeSwapOf(own, standing.id, 'accepted', undefined, { userId: actor.userId })
      if (swap.partId) await handPartOver(own, standing, swap, swap.partId, actor.userId)
      else await handOver(own, standing, swap, actor.userId)
      await tellOfSwap(own, swap.fromId, 'accepted')
    })
    await auditCommand(tx, standing, 'request.accept-swap', ['holder', 'act-by', 'identity-open-to'])
    return done(undefined)
  },
)

/** No, with a reason of the region: everything stays with who has it. */
export const refuseSwap = command(
  async (tx, actor, input: { requestId: string; reason: string }): Promise<Outcome<void, SwapRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const { standing, swap, refusal } = await lockSwap(tx, input.requestId, 'refuse-swap', actor.organizationId)
    if (refusal || !swap) return refused({ code: refusal ?? 'no-swap' })
    const reason = listReasons(await getRegion(tx), 'refusal').find(({ code }) => code === input.reason)
    if (!reason) return refused({ code: 'reason-unknown' })
    await auditCommand(tx, standing, 'request.refuse-swap', ['swap'])
    await asSystem(tx, 'refuse-swap', async (own) => {
      await closeSwapOf(own, standing.id, 'refused', undefined, { reason: reason.code, userId: actor.userId })
      await hideFrom(own, standing, swap, 'swap-refused')
      await tellOfSwap(own, swap.fromId, 'refused')
    })
    return done(undefined)
  },
)

/** Who proposed it has thought better of it. */
export const takeBackSwap = command(
  async (tx, actor, input: { requestId: string }): Promise<Outcome<void, SwapRefusal>> => {
    if (actor.kind !== 'user') throw new NotAllowed()
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'take-back-swap', standing)
    if (refusal) return refused({ code: refusal })
    const swap = await asSystem(tx, 'find-swap', (own) => findSwap(own, standing.id))
    if (swap?.fromId !== actor.organizationId) return refused({ code: 'no-swap' })
    await asSystem(tx, 'take-back-swap', async (own) => {
      await closeSwapOf(own, standing.id, 'taken-back', undefined, { userId: actor.userId })
      await hideFrom(own, standing, swap, 'swap-taken-back')
    })
    await auditCommand(tx, standing, 'request.take-back-swap', ['swap'])
    return done(undefined)
  },
)

/** The moment to answer has passed: it stays with who has it, who is told. As the system. */
export async function endUnanswered(own: Tx, requestId: string): Promise<void> {
  const standing = await getStandingForUpdate(own, requestId)
  const swap = await findSwap(own, requestId)
  if (!swap || swap.answerBy > own.scope.now()) return
  await closeSwapOf(own, requestId, 'no-answer')
  await hideFrom(own, standing, swap, 'swap-unanswered')
  await tellOfSwap(own, swap.fromId, 'no-answer')
  await auditCommand(own, standing, 'request.end-swap', ['swap'])
}

async function wrongPart(tx: Tx, standing: Standing, partId: string | undefined, fromId: string) {
  if (!standing.splitBy) return partId ? 'not-divided' : undefined
  if (!partId) return 'part-wanted'
  const parts = await asSystem(tx, 'find-part', (own) => listParts(own, standing.id))
  const part = parts.find(({ id }) => id === partId)
  return part?.takerId === fromId ? undefined : 'part-not-yours'
}

async function lockSwap(tx: Tx, requestId: string, which: 'accept-swap' | 'refuse-swap', organizationId: string) {
  const standing = await lockAsSeen(tx, requestId)
  const found = await asSystem(tx, 'find-swap', (own) => findSwap(own, standing.id))
  const swap = found?.toId === organizationId ? found : undefined
  const { givesCare } = await getOrganization(tx, organizationId)
  return { standing, swap, refusal: whyNot(tx, which, standing, { givesCare, swap: swap !== undefined }) }
}

async function handOver(own: Tx, standing: Standing, swap: RunningSwap, takenBy: string): Promise<void> {
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  const { fromId, toId, takesOverOn } = swap
  const startsOn = takesOverOn ?? undefined
  await endAssignments(own, standing.id, { how: 'swapped' })
  await insertAssignment(own, standing.id, toId, { startsOn, takenBy })
  const begins = startsOn ?? standing.startOn
  await moveRequest(own, standing, {
    to: 'assigned',
    holder: { organizationId: toId },
    takerOrganizationId: toId,
    actBy: confirmStartBy(way, begins ? instantOf(begins, way.opening.from) : now, now),
    escalationLevel: 0,
    escalationStep: null,
    listRank: 1,
    shownToOrganizations: [],
    history: await swapped(own, swap, {}),
  })
  await closeIdentity(own, standing.id, fromId)
  await openIdentity(own, standing.id, toId)
}

async function handPartOver(
  own: Tx,
  standing: Standing,
  swap: RunningSwap,
  partId: string,
  takenBy: string,
): Promise<void> {
  const { fromId, toId, takesOverOn } = swap
  const part = (await listParts(own, standing.id)).find(({ id }) => id === partId)
  if (!part) throw new Error('A part that may go over is not there')
  const startsOn = takesOverOn ?? undefined
  await endAssignments(own, standing.id, { how: 'swapped', part: partId })
  await givePart(own, partId, toId, startsOn)
  const shownToOrganizations = standing.shownToOrganizations.filter((id) => id !== fromId && id !== toId)
  await followParts(own, standing, await swapped(own, swap, factsOf(part, standing)), { shownToOrganizations })
  await openForPart(own, standing.id, partId, toId, { startsOn, takenBy })
  const { partTakerIds } = await getStandingForUpdate(own, standing.id)
  if (!partTakerIds.includes(fromId)) await closeIdentity(own, standing.id, fromId)
}

async function swapped(own: Tx, { fromId, toId }: RunningSwap, facts: Record<string, unknown>) {
  const { name } = await getOrganization(own, fromId)
  return { code: 'swapped' as const, organizationId: toId, facts: { ...facts, from: name } }
}

async function hideFrom(own: Tx, standing: Standing, { toId }: RunningSwap, code: string): Promise<void> {
  const shown = standing.shownToOrganizations.filter((id) => id !== toId)
  await showTo(own, standing, shown, code)
}
