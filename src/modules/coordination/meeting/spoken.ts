import { type RawBuilder, sql } from 'kysely'
import { type Shortlist, shortlistFrom, shortlistQuestions } from '#modules/matching/index.ts'
import { type Question, selectQuestion, waitingStates } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import type { RowsOf } from '#platform/database/transaction.ts'
import { type AskedBefore, selectAskedAtOnce } from '../asking-at-once/asked.ts'
import { type RunningInquiry, selectInquiry, toInquiry } from '../inquiry/running.ts'
import { type ListRow, selectSheets } from '../list/list.ts'
import { selectOwnKind, selectReturnText, toldOfCard, whatActorIs } from '../list/showing.ts'
import { literally } from '../literally.ts'
import type { Relation } from '../rules/acts.ts'
import type { Role } from '../rules/commands.ts'

/** The request that is spoken about: its card, never whose it is, and who could take it. */
export type Spoken = {
  card: ListRow & { holderPhone: string | null; holderPhoneHours: string | null }
  relation: Relation
  roles: readonly Role[]
  inquiry: RunningInquiry | undefined
  question: Question | undefined
  /** Who was asked by itself before it came to the table. */
  askedBefore: AskedBefore[]
  returnText: string | null
  /** Whether organisations of this region take by themselves. */
  claims: boolean
  /** Only while it waits to be taken. */
  shortlist: Shortlist | undefined
}

/**
 * What is asked for the card, with its row in the log, and for the advice beside it while it waits to be taken. No identity is read,
 * also when it is open to this actor: the screen is shared.
 */
export function spokenQuestions(scope: Scope, requestId: RawBuilder<string>) {
  const { actor } = scope
  return {
    cards: selectSheets(requestId, scope.now()),
    toldOfCard: toldOfCard(scope, requestId),
    inquiry: selectInquiry(requestId),
    question: selectQuestion(requestId),
    askedBefore: selectAskedAtOnce(requestId),
    returned: selectReturnText(requestId),
    organization: selectOwnKind(actor),
    ...shortlistQuestions(scope, whileWaiting(requestId)),
  }
}

type SpokenAnswers = RowsOf<ReturnType<typeof spokenQuestions>>

/** Nothing when the request is not for this actor. */
export function toSpoken(scope: Scope, answers: SpokenAnswers, claims: boolean): Spoken | undefined {
  const { actor } = scope
  const card = answers.cards[0] as Spoken['card'] | undefined
  if (!card) return undefined
  const inquiry = toInquiry(answers.inquiry)
  const actorIs = whatActorIs(actor, card, { ownKind: answers.organization[0]?.kind, inquiry })
  if (!actorIs) return undefined
  return {
    card,
    ...actorIs,
    inquiry,
    question: answers.question[0],
    askedBefore: card.state === 'listed' ? answers.askedBefore : [],
    returnText: answers.returned[0]?.text ?? null,
    claims,
    shortlist: shortlistFrom(scope, answers),
  }
}

/** Who could take it is asked, weighed and told of in the log only for what can be taken. */
function whileWaiting(requestId: RawBuilder<string>): RawBuilder<string> {
  return sql<string>`(select w.id from requests.care_request w
    where w.id = ${requestId} and w.state in (${sql.join(literally(waitingStates))}))`
}
