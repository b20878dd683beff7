import { localDateOf } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { dueAt } from '#kernel/deadline.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { withoutPersonal } from '#kernel/personal-text.ts'
import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Standing } from '#modules/requests/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { record } from '#platform/database/events.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { stopTurn } from '../asking-at-once/turn.ts'
import { lockAsSeen } from '../deadlines/standing.ts'
import { auditCommand, whyNot } from '../deciding.ts'
import { rolesTo } from '../policy.ts'
import type { CommandRefusal } from '../rules/commands.ts'
import { type Answer, afterAnswer, isOffer } from '../rules/inquiry.ts'
import { giveTo } from '../taking/assigning.ts'
import { closeRunning, findRunning, type GivenAnswer, listProviders, listServing, saveAnswer } from './inquiry-store.ts'
import { askUntil, backToList, openInquiry, settle, settlesOf } from './settling.ts'

export type AskRefusal = { code: CommandRefusal | 'nobody-chosen' | 'party-unknown' }

/** Asks one, some or all organisations whether they can take it. They see the card, and nothing of who it is about. */
export const askParties = command(
  async (
    tx,
    _actor,
    input: { requestId: string; organizationIds: readonly string[] | 'all' },
    now,
  ): Promise<Outcome<void, AskRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'ask', standing)
    if (refusal) return refused({ code: refusal })
    const { wayOfWorking: way } = await getRegion(tx)
    const chosen = await partiesOf(tx, standing, input.organizationIds)
    if (typeof chosen === 'string') return refused({ code: chosen })
    await asSystem(tx, 'ask-parties', (own) =>
      openInquiry(own, standing, {
        why: 'holder',
        settles: settlesOf(way, standing),
        organizationIds: chosen,
        answerBy: askUntil(way, standing, now),
        askedBy: askerOf(tx, standing),
      }),
    )
    await auditCommand(tx, standing, 'request.ask', ['inquiry', 'card-shown'])
    return done(undefined)
  },
)

/** Gives it to one organisation, which confirms that it does it. Refusing is the exception: with a reason, and counted. */
export const assignParty = command(
  async (tx, _actor, input: { requestId: string; organizationId: string }, now): Promise<Outcome<void, AskRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'assign', standing)
    if (refusal) return refused({ code: refusal })
    const { wayOfWorking: way } = await getRegion(tx)
    const chosen = await partiesOf(tx, standing, [input.organizationId])
    if (typeof chosen === 'string') return refused({ code: chosen })
    await asSystem(tx, 'assign-party', (own) =>
      openInquiry(own, standing, {
        why: 'assignment',
        settles: 'first-yes',
        organizationIds: chosen,
        answerBy: dueAt(now, way.confirmAssignment, way.opening),
        askedBy: askerOf(tx, standing),
      }),
    )
    await auditCommand(tx, standing, 'request.assign', ['inquiry', 'card-shown'])
    return done(undefined)
  },
)

/** What was asked is asked no longer; whoever was asked loses sight. */
export const stopAsking = command(
  async (tx, _actor, input: { requestId: string }): Promise<Outcome<void, AskRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'stop-asking', standing)
    if (refusal) return refused({ code: refusal })
    await asSystem(tx, 'stop-asking', async (own) => {
      await closeRunning(own, standing.id, 'stopped')
      await stopTurn(own, standing.id)
      await backToList(own, standing, {})
    })
    await auditCommand(tx, standing, 'request.stop-asking', ['inquiry', 'card-shown'])
    return done(undefined)
  },
)

export type GiveAnswer = {
  requestId: string
  answer: Answer
  startOn?: string
  dayparts?: readonly Daypart[]
  reason?: string
  remark?: string
}
export type AnswerRefusal = {
  code: CommandRefusal | 'reason-unknown' | 'text-wanted' | 'date-wanted' | 'date-over' | 'dayparts-wanted'
}

/**
 * One party's answer. It may be given anew until the inquiry closes. What follows (somebody has it, offers are on the table,
 * nobody can) follows in this transaction, by the region's rule. What looks personal in the remark is left out.
 */
export const answerInquiry = command(
  async (tx, actor, input: GiveAnswer, now): Promise<Outcome<void, AnswerRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const running = await asSystem(tx, 'answer-inquiry', (own) => findRunning(own, standing.id))
    const organizationId = actor.kind === 'user' ? actor.organizationId : ''
    const asked = running?.given.some((one) => one.organizationId === organizationId) ?? false
    const refusal = whyNot(tx, 'answer', standing, { asked })
    if (refusal || !running) return refused({ code: refusal ?? 'not-asked' })
    const given = await checkAnswer(tx, input, now)
    if ('code' in given) return refused(given)

    await saveAnswer(tx, running.id, organizationId, given)
    await auditCommand(tx, standing, 'request.answer', ['answer'])
    await record(tx, {
      kind: 'party-answered',
      topics: [],
      subjectId: standing.id,
      payload: {
        organizationId,
        answer: given.answer,
        reason: given.reason,
        minutes: (now.getTime() - running.askedAt.getTime()) / 60_000,
        first: running.given.some(
          (one) => one.organizationId === organizationId && one.answer === null && one.askedAgainAt === null,
        ),
      },
    })
    const after = running.given.map((one) =>
      one.organizationId === organizationId
        ? {
            ...one,
            answer: given.answer,
            startOn: given.startOn ?? null,
            reason: given.reason ?? null,
            answeredAt: now,
          }
        : one,
    )
    await asSystem(tx, 'settle-inquiry', (own) =>
      settle(own, standing, { ...running, given: after }, afterAnswer(running.settles, after)),
    )
    return done(undefined)
  },
)

export type ChooseRefusal = { code: CommandRefusal | 'no-such-offer' | 'not-your-choice'; takenBy?: string }

/** One of the offers it is: by who holds the request, or by the requester's side where the region agreed so. */
export const chooseOffer = command(
  async (tx, actor, input: { requestId: string; organizationId: string }): Promise<Outcome<void, ChooseRefusal>> => {
    const standing = await lockAsSeen(tx, input.requestId)
    const refusal = whyNot(tx, 'choose', standing)
    if (refusal) return refused({ code: refusal })
    if (!rolesTo(actor, standing, { givesCare: true, asked: false }).includes('holder') && !standing.choiceBy)
      return refused({ code: 'not-your-choice' })
    const given = await asSystem(tx, 'choose-offer', async (own) => {
      const running = await findRunning(own, standing.id)
      const offer = running?.given.find((one) => one.organizationId === input.organizationId && isOffer(one))
      if (!offer || offer.answer === 'part') return false
      return giveTo(own, standing, offer.organizationId, offer.startOn ?? undefined)
    })
    if (!given) return refused({ code: 'no-such-offer' })
    await auditCommand(tx, standing, 'request.choose', ['holder', 'act-by', 'identity-open-to'])
    return done(undefined)
  },
)

async function partiesOf(tx: Tx, standing: Standing, ids: readonly string[] | 'all') {
  if (ids === 'all') {
    const { pc4 } = await tx.db
      .selectFrom('requests.care_request')
      .select('pc4')
      .where('id', '=', standing.id)
      .executeTakeFirstOrThrow()
    const serving = await listServing(tx, pc4, standing.id)
    return serving.length > 0 ? serving : 'nobody-chosen'
  }
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return 'nobody-chosen'
  const known = await listProviders(tx, standing.id, wanted)
  return known.length === wanted.length ? known : 'party-unknown'
}

function askerOf({ scope: { actor } }: Tx, standing: Standing) {
  return actor.kind === 'user' ? { userId: actor.userId, teamId: standing.holderCoordinatingTeamId } : undefined
}

async function checkAnswer(tx: Tx, input: GiveAnswer, now: Date): Promise<GivenAnswer | AnswerRefusal> {
  const remark = input.remark && withoutPersonal(input.remark).text
  const words = remark ? { remark } : {}
  switch (input.answer) {
    case 'can-take':
      return { answer: input.answer, ...words }
    case 'other-date':
      if (!input.startOn) return { code: 'date-wanted' }
      if (input.startOn < localDateOf(now)) return { code: 'date-over' }
      return { answer: input.answer, startOn: input.startOn, ...words }
    case 'part':
      if (!input.dayparts?.length) return { code: 'dayparts-wanted' }
      return { answer: input.answer, dayparts: input.dayparts, ...words }
    case 'need-to-know':
      return remark ? { answer: input.answer, ...words } : { code: 'text-wanted' }
    case 'cannot': {
      const reason = listReasons(await getRegion(tx), 'refusal').find(({ code }) => code === input.reason)
      if (!reason) return { code: 'reason-unknown' }
      if (reason.wantsText && !remark) return { code: 'text-wanted' }
      return { answer: input.answer, reason: reason.code, ...words }
    }
  }
}
