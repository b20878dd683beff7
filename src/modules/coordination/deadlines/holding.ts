import { dueAt } from '#kernel/deadline.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { getRegion } from '#modules/regions/index.ts'
import {
  closeQuestion,
  getStandingForUpdate,
  insertQuestion,
  moveRequest,
  type Standing,
} from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { beginDistribution } from '../inquiry/settling.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { runOn, startAfterRest } from '../rules/resting.ts'
import { holderOf, lockAsSeen, termUntil } from './standing.ts'

export type HoldRefusal = { code: CommandRefusal | 'text-wanted' }

/**
 * Asks the requester something. The clock of the request rests; the requester has a moment of their own, and when that passes
 * the request goes on. What looks personal is left out of the question.
 */
export const askRequester = command(
  async (tx, actor, input: { requestId: string; text: string }, now): Promise<Outcome<void, HoldRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'ask-requester', standing)
    if (refusal) return refused({ code: refusal })
    const text = withoutPersonal(input.text).text.trim()
    if (!text) return refused({ code: 'text-wanted' })
    const { wayOfWorking: way } = await getRegion(tx)
    const answerBy = dueAt(now, way.question, way.opening)
    await asSystem(tx, 'ask-requester', async (own) => {
      await insertQuestion(own, standing.id, {
        text,
        answerBy,
        actByBefore: standing.actBy ?? now,
        askedBy: actor.kind === 'user' ? actor.organizationId : null,
      })
      await moveRequest(own, standing, {
        to: 'triage',
        holder: holderOf(standing, way.fallbackDeskId),
        actBy: answerBy,
        history: { code: 'question-asked' },
      })
    })
    await auditCommand(tx, standing, 'request.ask-requester', ['state', 'act-by'])
    return done(undefined)
  },
)

/** The requester answered. */
export async function goOnAfterAnswer(tx: Tx, requestId: string): Promise<void> {
  await goOn(tx, await getStandingForUpdate(tx, requestId), true)
}

/** The clock runs on from where it rested, answered or not. As the system. */
export async function goOn(own: Tx, standing: Standing, answered: boolean): Promise<void> {
  const question = await closeQuestion(own, standing.id, answered)
  if (!question || standing.state !== 'triage') return
  const { wayOfWorking: way } = await getRegion(own)
  const now = own.scope.now()
  const rest = { from: question.askedAt, actByBefore: question.actByBefore }
  const term = termUntil(way, now, runOn(rest, way.deadlines[standing.priority].kind, way.opening, now))
  const clockStartedAt = startAfterRest(standing.clockStartedAt, rest, now)
  await moveRequest(own, standing, {
    to: 'listed',
    holder: holderOf(standing, way.fallbackDeskId),
    ...term,
    clockStartedAt,
    history: { code: answered ? 'question-answered' : 'question-unanswered' },
  })
  await beginDistribution(
    own,
    { ...standing, state: 'listed', actBy: term.actBy, clockStartedAt },
    { asked: true, goesOn: true },
  )
}
