import type { UserActor } from '#kernel/actor.ts'
import { dueAt } from '#kernel/deadline.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { getRegion } from '#modules/regions/index.ts'
import { addHistory, getStanding, type Standing, watchersOf } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { record } from '#platform/database/events.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { lockAsSeen } from '../deadlines/standing.ts'
import { auditCommand } from '../deciding.ts'
import { canAdvise, canConsult } from './policy.ts'
import { tellAdvisers, tellAsker } from './telling.ts'

export type ConsultRefusal = {
  code: 'consult-off' | 'not-yours' | 'team-unknown' | 'already-asked' | 'text-wanted' | 'answered-already' | 'ended'
}

/**
 * Asks a specialised team a question about a request, which stays where it is. They see the card and never who it is about; what
 * looks personal is left out of the question.
 */
export const askConsult = command(
  async (
    tx,
    actor,
    input: { requestId: string; teamId: string; question: string },
    now,
  ): Promise<Outcome<string, ConsultRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    if (actor.kind !== 'user' || !canConsult(actor, standing)) return refused({ code: 'not-yours' })
    const { wayOfWorking: way } = await getRegion(tx)
    if (!way.consult) return refused({ code: 'consult-off' })
    if (!(await isSpecialised(tx, input.teamId))) return refused({ code: 'team-unknown' })
    const question = withoutPersonal(input.question).text.trim()
    if (!question) return refused({ code: 'text-wanted' })
    if (await isAsked(tx, standing.id, input.teamId)) return refused({ code: 'already-asked' })
    const consult = { id: newId(), teamId: input.teamId, question, answerBy: dueAt(now, way.inquiry, way.opening) }
    await asSystem(tx, 'ask-consult', async (own) => {
      await insertConsult(own, standing.id, consult, actor)
      await tellAdvisers(own, input.teamId)
      await noteConsult(own, standing, input.teamId, 'consult-asked', consult.answerBy)
    })
    await auditCommand(tx, standing, 'consult.ask', ['question', 'card-shown'])
    return done(consult.id)
  },
)

/** The advice, kept with the request. It may be given after its moment too: late advice is still advice. */
export const answerConsult = command(
  async (tx, actor, input: { id: string; answer: string }, now): Promise<Outcome<void, ConsultRefusal>> => {
    const consult = await getConsultForUpdate(tx, input.id)
    if (actor.kind !== 'user') throw new NotFound()
    permit(canAdvise(actor, consult))
    if (consult.answeredAt) return refused({ code: 'answered-already' })
    const answer = withoutPersonal(input.answer).text.trim()
    if (!answer) return refused({ code: 'text-wanted' })
    const standing = await asSystem(tx, 'answer-consult', async (own) => {
      const request = await getStanding(own, consult.requestId)
      if (consult.withdrawnAt || hasEnded(request)) return undefined
      await own.db
        .updateTable('coordination.consult')
        .set({ answer, answered_at: now, answered_by_name: actor.name })
        .where('id', '=', input.id)
        .execute()
      await tellAsker(own, request)
      await noteConsult(own, request, consult.askedTeamId, 'consult-answered')
      return request
    })
    if (!standing) return refused({ code: 'ended' })
    await auditCommand(tx, standing, 'consult.answer', ['answer'])
    return done(undefined)
  },
)

/** It is not needed any more: who was asked loses sight of the card. A second time changes nothing. */
export const withdrawConsult = command(
  async (tx, actor, input: { id: string }, now): Promise<Outcome<{ requestId: string }, ConsultRefusal>> => {
    const consult = await getConsultForUpdate(tx, input.id)
    const standing = await getStanding(tx, consult.requestId)
    if (!canConsult(actor, standing)) return refused({ code: 'not-yours' })
    if (consult.answeredAt) return refused({ code: 'answered-already' })
    await asSystem(tx, 'withdraw-consult', async (own) => {
      await own.db
        .updateTable('coordination.consult')
        .set({ withdrawn_at: now })
        .where('id', '=', input.id)
        .where('withdrawn_at', 'is', null)
        .execute()
      await tellWatchers(own, standing, consult.askedTeamId)
    })
    await auditCommand(tx, standing, 'consult.withdraw', ['card-shown'])
    return done({ requestId: standing.id })
  },
)

type Stored = {
  requestId: string
  askedTeamId: string
  answeredAt: Date | null
  withdrawnAt: Date | null
}

/** Row-level security says for whom it is there; the lock is the product's own, which alone may write it. */
async function getConsultForUpdate(tx: Tx, id: string): Promise<Stored> {
  const seen = await tx.db.selectFrom('coordination.consult').select('id').where('id', '=', id).executeTakeFirst()
  if (!seen) throw new NotFound()
  return asSystem(tx, 'lock-consult', (own) =>
    own.db
      .selectFrom('coordination.consult')
      .select([
        'request_id as requestId',
        'asked_team_id as askedTeamId',
        'answered_at as answeredAt',
        'withdrawn_at as withdrawnAt',
      ])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow(),
  )
}

async function insertConsult(
  own: Tx,
  requestId: string,
  consult: { id: string; teamId: string; question: string; answerBy: Date },
  asker: UserActor,
): Promise<void> {
  await own.db
    .insertInto('coordination.consult')
    .values({
      id: consult.id,
      region_id: own.scope.actor.regionId,
      request_id: requestId,
      asked_team_id: consult.teamId,
      asked_by: asker.userId,
      asked_by_name: asker.name,
      asked_by_organization_id: asker.organizationId,
      question: consult.question,
      asked_at: own.scope.now(),
      answer_by: consult.answerBy,
    })
    .execute()
}

async function isSpecialised(tx: Tx, teamId: string): Promise<boolean> {
  const team = await tx.db
    .selectFrom('organizations.coordinating_team')
    .select('id')
    .where('id', '=', teamId)
    .where('kind', '=', 'specialised')
    .where('active', '=', true)
    .executeTakeFirst()
  return team !== undefined
}

async function isAsked(tx: Tx, requestId: string, teamId: string): Promise<boolean> {
  const running = await tx.db
    .selectFrom('coordination.consult')
    .select('id')
    .where('request_id', '=', requestId)
    .where('asked_team_id', '=', teamId)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return running !== undefined
}

/** In the history, which the requester reads too: that advice was asked and given, never what it says. */
async function noteConsult(
  own: Tx,
  standing: Standing,
  teamId: string,
  code: 'consult-asked' | 'consult-answered',
  actBy?: Date,
): Promise<void> {
  await addHistory(own, standing.id, { actBy, history: { code, coordinatingTeamId: teamId } })
  await tellWatchers(own, standing, teamId)
}

function tellWatchers(own: Tx, standing: Standing, teamId: string): Promise<void> {
  const topics = [...watchersOf(standing), `consult:${teamId}`]
  return record(own, { kind: 'consult-changed', topics, subjectId: standing.id })
}

function hasEnded({ state }: Standing): boolean {
  return state === 'closed' || state === 'redirected' || state === 'withdrawn'
}
