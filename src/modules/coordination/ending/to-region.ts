import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { type Door, listDoors } from '#modules/regions/index.ts'
import {
  closeIdentity,
  findPassed,
  insertConsent,
  moveRequest,
  type NewAddress,
  passOnTo,
  type Standing,
} from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { lockAsSeen } from '../deadlines/standing.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import type { Agreeing } from '../mediation/letter.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { endAssignments } from '../store.ts'
import { stopWaiting } from './ending.ts'

export type ToRegion = { requestId: string; regionId: string; consentBy: Agreeing; address?: NewAddress }
export type ToRegionRefusal = {
  code: CommandRefusal | 'region-unknown' | 'outside-region' | 'channel-closed' | 'not-there'
}
/** Where it went, and its number there. */
export type WentTo = { regionName: string; number: string }

/**
 * It belongs in another region that runs here: there it is a new request, with its own number, holder and moment, from this moment on;
 * here it has ended. Both or neither: what the other region does not accept stays where it is. Pressing twice is a success.
 */
export const passToRegion = command(async (tx, _actor, input: ToRegion): Promise<Outcome<WentTo, ToRegionRefusal>> => {
  const standing = await lockAsSeen(tx, input.requestId)
  const earlier = await asSystem(tx, 'pass-to-region', (own) => findPassed(own, standing.id))
  if (earlier?.regionId === input.regionId) return done({ regionName: earlier.regionName, number: earlier.number })
  const refusal = whyNot(tx, 'pass-to-region', standing)
  if (refusal) return refused({ code: refusal })
  const to = (await otherRegions(tx.scope)).find(({ regionId }) => regionId === input.regionId)
  if (!to) return refused({ code: 'region-unknown' })
  const { consentBy, address } = input
  const sent = await passOnTo(tx, { requestId: standing.id, to, consentBy, address })
  if (!sent.ok) return refused({ code: whyNotThere(sent.refusal.code) })
  await insertConsent(tx, standing.id, {
    givenBy: consentBy,
    scope: ['other-region'],
    textVersion: 'andere-regio-2026-11',
  })
  const went = { regionName: to.name, number: sent.value.number }
  const { onOwnList } = sent.value
  await asSystem(tx, 'pass-to-region', (own) => endHere(own, standing, went, onOwnList))
  await auditCommand(tx, standing, 'request.pass-to-region', ['state', 'consent', 'card', 'identity', 'attachments'])
  return done(went)
})

/** The other regions of this installation, each with its door. */
export async function otherRegions(scope: Scope): Promise<Door[]> {
  const doors = await listDoors(scope)
  return doors.filter(({ regionId }) => regionId !== scope.actor.regionId)
}

async function endHere(own: Tx, standing: Standing, { regionName, number }: WentTo, onOwnList: boolean): Promise<void> {
  await stopWaiting(own, standing.id)
  const takers = await endAssignments(own, standing.id, { how: 'withdrawn' })
  for (const organizationId of takers) await closeIdentity(own, standing.id, organizationId)
  await moveRequest(own, standing, {
    to: 'redirected',
    escalationLevel: 0,
    history: { code: 'passed-to-region', facts: { region: regionName, number, ...(onOwnList ? { onOwnList } : {}) } },
  })
}

/** What the other region says no to, as far as somebody here can do something about it. */
function whyNotThere(code: string): 'outside-region' | 'channel-closed' | 'not-there' {
  return code === 'outside-region' || code === 'channel-closed' ? code : 'not-there'
}
