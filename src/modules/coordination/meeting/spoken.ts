import { type RawBuilder, sql } from 'kysely'
import { type Shortlist, shortlistFrom, shortlistQuestions } from '#modules/matching/index.ts'
import { type Question, selectQuestion, waitingStates } from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { RowsOf } from '#platform/database/transaction.ts'
import { type ListRow, selectSheets } from '../list/list.ts'
import { type SheetAnswer, type SheetInquiry, selectInquiry, toInquiry, toldOfCard } from '../list/sheet.ts'
import { literally } from '../literally.ts'
import { relationTo, rolesTo } from '../policy.ts'
import type { Relation } from '../rules/acts.ts'
import type { Role } from '../rules/commands.ts'

/** The request that is spoken about: its card, never whose it is, and who could take it. */
export type Spoken = {
  card: ListRow & { holderPhone: string | null; holderPhoneHours: string | null }
  relation: Relation
  roles: readonly Role[]
  inquiry: SheetInquiry | undefined
  question: Question | undefined
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
    returned: build
      .selectFrom('coordination.assignment')
      .select('return_text as text')
      .where('request_id', '=', requestId)
      .where('ended_how', '=', 'returned')
      .orderBy('ended_at', 'desc')
      .limit(1),
    organization: build
      .selectFrom('organizations.organization')
      .select('kind')
      .where('id', '=', actor.kind === 'user' ? actor.organizationId : null),
    ...shortlistQuestions(scope, whileWaiting(requestId)),
  }
}

type SpokenAnswers = RowsOf<ReturnType<typeof spokenQuestions>>

/** Nothing when the request is not for this actor. */
export function toSpoken(scope: Scope, answers: SpokenAnswers, claims: boolean): Spoken | undefined {
  const { actor } = scope
  const card = answers.cards[0] as Spoken['card'] | undefined
  if (!card) return undefined
  const concern = { ...card, takerOrganizationId: card.takerId }
  const givesCare = answers.organization[0]?.kind === 'provider'
  const relation = relationTo(actor, concern, givesCare)
  if (!relation) return undefined
  const inquiry = toInquiry(answers.inquiry as Parameters<typeof toInquiry>[0])
  const asked =
    actor.kind === 'user' &&
    (inquiry?.answers.some((one: SheetAnswer) => one.organizationId === actor.organizationId) ?? false)
  return {
    card,
    relation,
    roles: rolesTo(actor, concern, { givesCare, asked }),
    inquiry,
    question: answers.question[0],
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
