import { may } from '#kernel/actor.ts'
import { localDateOf } from '#kernel/dates.ts'
import { getRegion } from '#modules/regions/index.ts'
import {
  type HistoryLine,
  historyOf,
  type Identity,
  type Question,
  readIdentity,
  selectQuestion,
  unwantedNames,
} from '#modules/requests/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound, permit } from '#platform/http/faults.ts'
import { type Consult, consultsOf } from '../consult/consults.ts'
import { mayAskAdvice } from '../consult/policy.ts'
import { type Call, callsQuery } from '../desk/calls.ts'
import { type Refusal, refusalStatements, toRefusals } from '../inquiry/refusals.ts'
import { type RunningInquiry, selectInquiry, toInquiry } from '../inquiry/running.ts'
import { type InvitedNow, selectInvited } from '../invited/invited-now.ts'
import { type DiscussedLine, selectDecisionsOf } from '../meeting/decisions.ts'
import { canList, canSee } from '../policy.ts'
import type { Relation } from '../rules/acts.ts'
import { type Command, decideCommand, type Role } from '../rules/commands.ts'
import { type ProposedSwap, selectProposedSwap } from '../swap/proposed.ts'
import { claimsIn, type ListRow, selectSheets } from './list.ts'
import { ownOrganizationOf, selectOwnKind, selectReturnText, toldOfCard, whatActorIs } from './showing.ts'

export type AttachmentLine = { id: string; name: string; kind: string; contentType: string; size: number }
export type SupplementLine = { id: string; at: Date; byKind: string; byName: string | null; text: string }

/** Everything about one request that this actor may see. */
export type Sheet = {
  card: ListRow & { holderPhone: string | null; holderPhoneHours: string | null }
  history: HistoryLine[]
  /** Only when it is open for this actor; with it come attachments and supplements. */
  identity?: Identity
  attachments: AttachmentLine[]
  supplements: SupplementLine[]
  /** Why it was given back the last time, in the words of who did. */
  returnText: string | null
  /** What this actor is to this request. */
  relation: Relation
  /** The same for the table of commands: all that holds at once. */
  roles: readonly Role[]
  /** The question that runs, as far as this actor may see it: a party sees its own answer, the list's team all. */
  inquiry: RunningInquiry | undefined
  swap: ProposedSwap | undefined
  /** Others from the neighbourhood who look along now. */
  invited: InvitedNow[]
  /** Which kinds of others the region agreed to invite. */
  otherParties: readonly string[]
  /** Of the actor: which part is one's own. */
  organizationId: string | undefined
  /** Who said no, also to a question that is closed, and what their light was then. */
  refusals: Refusal[]
  /** What the requester was asked and did not answer yet. */
  question: Question | undefined
  /** What meetings decided about it, for who sits in their teams. */
  discussed: DiscussedLine[]
  /** The date moved after it was taken, and the taker did not say yet that it can. */
  dateToConfirm: boolean
  /** Whether organisations of this region take by themselves. */
  claims: boolean
  /** What was asked of specialists, and what they advised. */
  consults: Consult[]
  /** This actor may ask for advice, and the region agreed that it is asked here. */
  mayConsult: boolean
  /** What was said about it on the phone, for who works at that desk. */
  calls: Call[]
  /** Whom the client does not want; never told to their own people. */
  unwanted: string[]
}

/** Whether this actor may do it now. */
export function mayNow(command: Command, { card, roles }: { card: ListRow; roles: readonly Role[] }): boolean {
  return decideCommand(command, card.state, roles, card.splitBy !== null).ok
}

/** Reads it all in one round trip, with the audit rows of what was really shown. Throws `NotFound` when it is not for this actor. */
export async function getSheet(scope: Scope, requestId: string): Promise<Sheet> {
  const { actor } = scope
  permit(canList(actor))
  const answer = await read(scope, {
    cards: selectSheets(requestId, scope.now()),
    told: toldOfCard(scope, requestId),
    history: historyOf(requestId, 'desc'),
    identity: readIdentity(scope, requestId),
    attachments: build
      .selectFrom('requests.attachment')
      .select(['id', 'name', 'kind', 'content_type as contentType', 'size'])
      .where('request_id', '=', requestId)
      .orderBy('added_at')
      .orderBy('id'),
    supplements: build
      .selectFrom('requests.supplement')
      .select(['id', 'at', 'by_kind as byKind', 'by_name as byName', 'text'])
      .where('request_id', '=', requestId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc'),
    returned: selectReturnText(requestId),
    inquiry: selectInquiry(requestId),
    ...refusalStatements(requestId),
    question: selectQuestion(requestId),
    discussed: selectDecisionsOf(requestId),
    running: build
      .selectFrom('coordination.assignment')
      .select((eb) => eb.fn.coalesce('date_confirmed_at', 'taken_at').as('saidAt'))
      .where('request_id', '=', requestId)
      .where('ended_at', 'is', null)
      .orderBy((eb) => eb('organization_id', '=', ownOrganizationOf(actor) ?? null), 'desc')
      .limit(1),
    swaps: selectProposedSwap(requestId),
    invited: selectInvited(requestId, localDateOf(scope.now())),
    unwanted: unwantedQuery(requestId),
    consults: consultsOf(requestId),
    calls: may(actor, 'desk.work') ? callsQuery().where('c.request_id', '=', requestId) : undefined,
    organization: selectOwnKind(actor),
  })
  const card = answer.cards[0] as Sheet['card'] | undefined
  if (!card) throw new NotFound()
  const inquiry = toInquiry(answer.inquiry)
  const [swap] = answer.swaps
  const actorIs = whatActorIs(actor, card, { ownKind: answer.organization[0]?.kind, inquiry, swapTo: swap?.toId })
  if (!actorIs) throw new NotFound()
  const mayAdvise = mayAskAdvice(actorIs.roles, card.state)
  return {
    card,
    history: answer.history,
    identity: answer.identity[0] as Identity | undefined,
    attachments: answer.attachments,
    supplements: answer.supplements,
    returnText: answer.returned[0]?.text ?? null,
    ...actorIs,
    inquiry,
    refusals: toRefusals(answer),
    swap,
    invited: answer.invited,
    otherParties: (await getRegion(scope)).wayOfWorking.otherParties,
    organizationId: ownOrganizationOf(actor),
    question: answer.question[0],
    discussed: answer.discussed as DiscussedLine[],
    dateToConfirm: isAfter(card.dateChangedAt, answer.running[0]?.saidAt),
    claims: await claimsIn(scope),
    consults: answer.consults,
    mayConsult: mayAdvise && (await getRegion(scope)).wayOfWorking.consult,
    calls: answer.calls,
    unwanted: answer.unwanted[0]?.names ?? [],
  }
}

function unwantedQuery(requestId: string) {
  return build
    .selectFrom('requests.care_request as r')
    .select(unwantedNames().as('names'))
    .where('r.id', '=', requestId)
}

function isAfter(changedAt: Date | null, saidAt: Date | null | undefined): boolean {
  return changedAt !== null && saidAt !== null && saidAt !== undefined && changedAt > saidAt
}

/** The card and its history only: no identity is read, so none is in the log. */
export async function getCard(scope: Scope, requestId: string): Promise<Pick<Sheet, 'card' | 'history' | 'unwanted'>> {
  permit(canList(scope.actor))
  const { cards, history, unwanted } = await read(scope, {
    cards: selectSheets(requestId, scope.now()),
    unwanted: unwantedQuery(requestId),
    told: toldOfCard(scope, requestId),
    history: historyOf(requestId, 'desc'),
  })
  const card = cards[0] as Sheet['card'] | undefined
  if (!card || !canSee(scope.actor, { ...card, takerOrganizationId: card.takerId })) throw new NotFound()
  return { card, history, unwanted: unwanted[0]?.names ?? [] }
}
