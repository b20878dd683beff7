import type { RawBuilder } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { record } from '#platform/database/events.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { permit } from '#platform/http/faults.ts'
import { canFollowUp } from './policy.ts'
import { getStandingForUpdate } from './standing.ts'
import { insertSupplement } from './supplementing.ts'

/** What was asked of whoever asked for the care. */
export type Question = { id: string; text: string; askedAt: Date; answerBy: Date; actByBefore: Date }

export type NewQuestion = { text: string; answerBy: Date; actByBefore: Date; askedBy: string | null }

/** As the system; the caller moves the request, so that its clock rests. */
export async function insertQuestion(own: Tx, requestId: string, question: NewQuestion): Promise<void> {
  await own.db
    .insertInto('requests.question')
    .values({
      id: newId(),
      request_id: requestId,
      region_id: own.scope.actor.regionId,
      text: question.text,
      asked_at: own.scope.now(),
      asked_by_organization_id: question.askedBy,
      answer_by: question.answerBy,
      act_by_before: question.actByBefore,
    })
    .execute()
}

/** Closes what was asked and answers it, for who counts on with what was left of the clock. As the system. */
export async function closeQuestion(own: Tx, requestId: string, answered: boolean): Promise<Question | undefined> {
  return own.db
    .updateTable('requests.question')
    .set({ closed_at: own.scope.now(), answered })
    .where('request_id', '=', requestId)
    .where('closed_at', 'is', null)
    .returning(['id', 'text', 'asked_at as askedAt', 'answer_by as answerBy', 'act_by_before as actByBefore'])
    .executeTakeFirst()
}

/** The question that waits for an answer; goes along with the query of a page. */
export function selectQuestion(requestId: string | RawBuilder<string>) {
  return build
    .selectFrom('requests.question')
    .select(['id', 'text', 'asked_at as askedAt', 'answer_by as answerBy', 'act_by_before as actByBefore'])
    .where('request_id', '=', requestId)
    .where('closed_at', 'is', null)
}

export type AnswerQuestionRefusal = 'nothing-asked'

/** The requester answers: the words stand with the identity, and the clock of the request runs on. */
export const answerQuestion = command(
  async (tx, actor, input: { requestId: string; text: string }): Promise<Outcome<null, AnswerQuestionRefusal>> => {
    const standing = await getStandingForUpdate(tx, input.requestId)
    permit(canFollowUp(actor, standing))
    if (standing.state !== 'triage') return refused('nothing-asked')
    await insertSupplement(tx, standing.id, input.text)
    await audit(tx, {
      event: 'request.answer-question',
      action: 'U',
      careRequestId: standing.id,
      objectType: 'care-request',
      objectId: standing.id,
      fields: ['supplement'],
      legalBasis: actor.kind === 'user' ? 'referral' : 'own-data',
      rule: canFollowUp.name,
    })
    // What the region does with it now is for coordination; the requester may not move a request.
    await asSystem(tx, 'question-answered', (own) =>
      record(own, { kind: 'question-answered', topics: [], subjectId: standing.id }),
    )
    return done(null)
  },
)
