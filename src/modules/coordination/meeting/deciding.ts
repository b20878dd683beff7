import { done, type Outcome } from '#kernel/outcome.ts'
import { getStanding } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { Scope } from '#platform/database/scope.ts'
import { command } from '#platform/database/transaction.ts'
import { answerInquiry, askParties, assignParty, chooseOffer, stopAsking } from '../inquiry/inquiring.ts'
import { findRunning } from '../inquiry/inquiry-store.ts'
import { takeRequest } from '../taking/taking.ts'
import type { CommandCode } from '../text.nl.ts'

/** What is decided about the request that is spoken about. */
export type Verdict =
  | { do: 'give' | 'choose'; organizationId: string }
  /** One's own organisation, to which it was given, does it. */
  | { do: 'confirm' }
  | { do: 'ask-all' }
  | { do: 'stop-asking' }

type VerdictRefusal = { code: CommandCode; takenBy?: string }

/**
 * Each is an ordinary command with its ordinary rules, which writes its own line of the minutes. Two who press the same at once both
 * succeed: what stands already is no refusal.
 */
export async function decideOn(
  scope: Scope,
  requestId: string,
  verdict: Verdict,
): Promise<Outcome<void, VerdictRefusal>> {
  const outcome = await press(scope, requestId, verdict)
  return !outcome.ok && (await standsAlready(scope, { requestId, verdict })) ? done(undefined) : outcome
}

function press(scope: Scope, requestId: string, verdict: Verdict): Promise<Outcome<void, VerdictRefusal>> {
  switch (verdict.do) {
    case 'confirm':
      return answerInquiry(scope, { requestId, answer: 'can-take' })
    case 'ask-all':
      return askParties(scope, { requestId, organizationIds: 'all' })
    case 'stop-asking':
      return stopAsking(scope, { requestId })
    case 'choose':
      return chooseOffer(scope, { requestId, organizationId: verdict.organizationId })
    case 'give':
      return giveTo(scope, requestId, verdict.organizationId)
  }
}

/** To one's own organisation that is taking, to another it is assigning, which that one confirms. */
async function giveTo(scope: Scope, requestId: string, organizationId: string): Promise<Outcome<void, VerdictRefusal>> {
  const own = scope.actor.kind === 'user' && scope.actor.organizationId === organizationId
  if (own) {
    const outcome = await takeRequest(scope, { requestId })
    // Where organisations do not take by themselves, who holds it gives it to them.
    if (outcome.ok || outcome.refusal.code !== 'not-by-taking') return outcome
  }
  return assignParty(scope, { requestId, organizationId })
}

const standsAlready = command(
  async (tx, actor, { requestId, verdict }: { requestId: string; verdict: Verdict }): Promise<boolean> => {
    const { state, takerOrganizationId: takerId } = await getStanding(tx, requestId)
    const running = await asSystem(tx, 'find-inquiry', (own) => findRunning(own, requestId))
    switch (verdict.do) {
      case 'confirm':
        return actor.kind === 'user' && takerId === actor.organizationId
      case 'choose':
        return takerId === verdict.organizationId
      case 'give':
        return (
          takerId === verdict.organizationId ||
          (running?.why === 'assignment' &&
            running.given.some(({ organizationId }) => organizationId === verdict.organizationId))
        )
      case 'ask-all':
        return running?.why === 'holder'
      case 'stop-asking':
        return state === 'listed'
    }
  },
)
