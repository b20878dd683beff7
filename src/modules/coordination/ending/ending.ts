import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { actByFor, getRegion, listReasons } from '#modules/regions/index.ts'
import { closeIdentity, closeQuestion, findPassed, insertSupplement, moveRequest } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { lockAsSeen, termUntil } from '../deadlines/standing.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { closeRunning } from '../inquiry/inquiry-store.ts'
import { beginDistribution } from '../inquiry/settling.ts'
import { toBed } from '../rules/beds.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { endAssignments } from '../store.ts'
import { closeSwapOf } from '../swap/store.ts'
import { findHouse } from './houses.ts'

export type EndRefusal = { code: CommandRefusal | 'reason-unknown' | 'text-wanted' }
type RedirectRefusal = EndRefusal | { code: 'no-beds' | 'house-unknown' }
type End = { requestId: string; reason: string; text?: string }
/** To a bed: which house, when it is one of those that are known here. */
type Redirect = End & { houseId?: string }

/**
 * Other help fits better: where to is a reason of the region, told to the requester. To a bed for a while only where the region
 * agreed on beds.
 */
export const redirectRequest = command(async (tx, _actor, input: Redirect): Promise<Outcome<void, RedirectRefusal>> => {
  const standing = await lockAsSeen(tx, input.requestId)
  const refusal = whyNot(tx, 'redirect', standing)
  if (refusal) return refused({ code: refusal })
  const region = await getRegion(tx)
  const reason = listReasons(region, 'redirection').find(({ code }) => code === input.reason)
  if (!reason) return refused({ code: 'reason-unknown' })
  if (reason.wantsText && !input.text) return refused({ code: 'text-wanted' })
  if (reason.code === toBed && !region.wayOfWorking.beds) return refused({ code: 'no-beds' })
  const house = input.houseId === undefined ? undefined : await findHouse(tx, standing.id, input.houseId)
  if (input.houseId !== undefined && (!house || reason.code !== toBed)) return refused({ code: 'house-unknown' })
  // Words can name people, so they stand with the identity and not in the history, as those of who withdraws.
  if (input.text) await insertSupplement(tx, standing.id, input.text)
  await asSystem(tx, 'redirect-request', async (own) => {
    await stopWaiting(own, standing.id)
    // Of a divided request somebody may have a part already.
    const takers = await endAssignments(own, standing.id, { how: 'withdrawn' })
    for (const organizationId of takers) await closeIdentity(own, standing.id, organizationId)
    await moveRequest(own, standing, {
      to: 'redirected',
      escalationLevel: 0,
      history: {
        code: 'redirected',
        facts: {
          reason: reason.code,
          label: reason.label,
          ...(house ? { house: house.name, ...(house.phone ? { phone: house.phone } : {}) } : {}),
        },
      },
    })
  })
  await auditCommand(tx, standing, 'request.redirect', ['state'])
  return done(undefined)
})

/** It is not needed any more, and who holds or has it knows so: the client was admitted or died. */
export const lapseRequest = command(async (tx, _actor, input: End): Promise<Outcome<void, EndRefusal>> => {
  const standing = await lockAsSeen(tx, input.requestId)
  const refusal = whyNot(tx, 'lapse', standing)
  if (refusal) return refused({ code: refusal })
  const reason = listReasons(await getRegion(tx), 'withdrawal').find(({ code }) => code === input.reason)
  if (!reason) return refused({ code: 'reason-unknown' })
  if (reason.wantsText && !input.text) return refused({ code: 'text-wanted' })
  if (input.text) await insertSupplement(tx, standing.id, input.text)
  await asSystem(tx, 'lapse-request', async (own) => {
    await stopWaiting(own, standing.id)
    const takers = await endAssignments(own, standing.id, { how: 'withdrawn' })
    for (const organizationId of takers) await closeIdentity(own, standing.id, organizationId)
    await moveRequest(own, standing, {
      to: 'withdrawn',
      withdrawalReason: reason.code,
      escalationLevel: 0,
      history: { code: 'lapsed', facts: { reason: reason.code } },
    })
  })
  await auditCommand(tx, standing, 'request.lapse', ['state', 'withdrawal-reason', 'identity-open-to'])
  return done(undefined)
})

/** It turned out to be needed after all: back on the list, on top, with a fresh clock. */
export const reopenRequest = command(
  async (tx, _actor, input: { requestId: string }, now): Promise<Outcome<void, EndRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'reopen', standing)
    if (refusal) return refused({ code: refusal })
    // It goes on elsewhere: two regions would look for the same care. What comes back from there is a new request here.
    const passed = await asSystem(tx, 'reopen-request', (own) => findPassed(own, standing.id))
    if (passed) return refused({ code: 'in-other-region' })
    const { wayOfWorking: way } = await getRegion(tx)
    const coordinatingTeamId = standing.coordinatingTeamId ?? way.fallbackDeskId
    const term = termUntil(way, now, actByFor(way, standing.priority, now))
    await asSystem(tx, 'reopen-request', async (own) => {
      await moveRequest(own, standing, {
        to: 'listed',
        coordinatingTeamId,
        holder: { coordinatingTeamId },
        takerOrganizationId: null,
        splitBy: null,
        ...term,
        clockStartedAt: now,
        escalationLevel: 0,
        escalationStep: null,
        listRank: 0,
        history: { code: 'reopened', coordinatingTeamId },
      })
      const listed = {
        ...standing,
        state: 'listed' as const,
        coordinatingTeamId,
        holderCoordinatingTeamId: coordinatingTeamId,
      }
      await beginDistribution(own, {
        ...listed,
        holderOrganizationId: null,
        actBy: term.actBy,
        clockStartedAt: now,
        escalationLevel: 0,
        splitBy: null,
        partTakerIds: [],
      })
    })
    await auditCommand(tx, standing, 'request.reopen', ['state', 'holder', 'act-by'])
    return done(undefined)
  },
)

/** Whoever was asked is asked no longer: parties, and the requester. */
export async function stopWaiting(own: Tx, requestId: string): Promise<void> {
  await closeRunning(own, requestId, 'withdrawn')
  await closeSwapOf(own, requestId, 'overtaken')
  await closeQuestion(own, requestId, false)
}
