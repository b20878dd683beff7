import { type RawBuilder, sql } from 'kysely'
import { type Actor, may } from '#kernel/actor.ts'
import { localDateOf } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import {
  type bsnCheckedWithText,
  type HistoryLine,
  type Identity,
  type Question,
  readIdentity,
  readSealedBsn,
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
import type { InquiryWhy } from '../inquiry/inquiry-store.ts'
import { type Refusal, refusalStatements, toRefusals } from '../inquiry/refusals.ts'
import { type DiscussedLine, selectDecisionsOf } from '../meeting/decisions.ts'
import { canList, canSee, relationTo, rolesTo } from '../policy.ts'
import type { Relation } from '../rules/acts.ts'
import { type Command, decideCommand, type Role } from '../rules/commands.ts'
import type { Answer } from '../rules/inquiry.ts'
import { claimsIn, type ListRow, selectSheets } from './list.ts'

export type AttachmentLine = { id: string; name: string; kind: string; contentType: string; size: number }
export type SheetAnswer = {
  organizationId: string
  organizationName: string
  answer: Answer | null
  /** It said yes, and the date moved since. */
  askedAgainAt: Date | null
  startOn: string | null
  dayparts: Daypart[]
  reason: string | null
  remark: string | null
}
export type SheetInquiry = { why: InquiryWhy; answerBy: Date; answers: SheetAnswer[] }

/** What was proposed and not answered yet: handing the client, or a part of the care, to another organisation. */
export type SheetSwap = {
  partId: string | null
  fromId: string
  fromName: string
  toId: string
  toName: string
  takesOverOn: string | null
  remark: string | null
  answerBy: Date
}

export type SheetInvited = {
  id: string
  name: string
  kind: string
  scope: string[]
  untilOn: string
  firstSeenAt: Date | null
}

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
  inquiry: SheetInquiry | undefined
  swap: SheetSwap | undefined
  /** Others from the neighbourhood who look along now. */
  invited: SheetInvited[]
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
    history: selectHistory(requestId),
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
    returned: build
      .selectFrom('coordination.assignment')
      .select('return_text as text')
      .where('request_id', '=', requestId)
      .where('ended_how', '=', 'returned')
      .orderBy('ended_at', 'desc')
      .limit(1),
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
    swaps: build
      .selectFrom('coordination.swap as s')
      .innerJoin('organizations.organization as a', 'a.id', 's.from_organization_id')
      .innerJoin('organizations.organization as b', 'b.id', 's.to_organization_id')
      .select([
        's.part_id as partId',
        'a.id as fromId',
        'a.name as fromName',
        'b.id as toId',
        'b.name as toName',
        's.takes_over_on as takesOverOn',
        's.remark',
        's.answer_by as answerBy',
      ])
      .where('s.request_id', '=', requestId)
      .where('s.closed_at', 'is', null),
    invited: build
      .selectFrom('coordination.invited_party')
      .select(['id', 'name', 'kind', 'scope', 'until_on as untilOn', 'first_seen_at as firstSeenAt'])
      .where('request_id', '=', requestId)
      .where('revoked_at', 'is', null)
      .where('until_on', '>=', localDateOf(scope.now()))
      .orderBy('invited_at')
      .orderBy('id'),
    unwanted: unwantedQuery(requestId),
    consults: consultsOf(requestId),
    calls: may(actor, 'desk.work') ? callsQuery().where('c.request_id', '=', requestId) : undefined,
    organization: build
      .selectFrom('organizations.organization')
      .select('kind')
      .where('id', '=', actor.kind === 'user' ? actor.organizationId : null),
  })
  const card = answer.cards[0] as Sheet['card'] | undefined
  if (!card) throw new NotFound()
  const givesCare = answer.organization[0]?.kind === 'provider'
  const inquiry = toInquiry(answer.inquiry as (SheetAnswer & { why: InquiryWhy; answerBy: Date })[])
  const [swap] = answer.swaps
  const organizationId = ownOrganizationOf(actor)
  const relation = relationTo(actor, { ...card, takerOrganizationId: card.takerId }, givesCare)
  if (!relation) throw new NotFound()
  const roles = rolesTo(
    actor,
    { ...card, takerOrganizationId: card.takerId },
    { givesCare, asked: isAsked(inquiry, actor), swap: swap?.toId === organizationId },
  )
  const mayAdvise = mayAskAdvice(roles, card.state)
  return {
    card,
    history: answer.history as HistoryLine[],
    identity: answer.identity[0] as Identity | undefined,
    attachments: answer.attachments,
    supplements: answer.supplements,
    returnText: answer.returned[0]?.text ?? null,
    relation,
    roles,
    inquiry,
    refusals: toRefusals(answer),
    swap,
    invited: answer.invited,
    otherParties: (await getRegion(scope)).wayOfWorking.otherParties,
    organizationId,
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

function ownOrganizationOf(actor: Actor): string | undefined {
  return actor.kind === 'user' ? actor.organizationId : undefined
}

/** The question that runs, with what was answered as far as this actor may see it. */
export function selectInquiry(requestId: string | RawBuilder<string>) {
  return build
    .selectFrom('coordination.inquiry as i')
    .innerJoin('coordination.inquiry_party as p', 'p.inquiry_id', 'i.id')
    .innerJoin('organizations.organization as o', 'o.id', 'p.organization_id')
    .select([
      'i.why',
      'i.answer_by as answerBy',
      'p.organization_id as organizationId',
      'o.name as organizationName',
      'p.answer',
      'p.asked_again_at as askedAgainAt',
      'p.start_on as startOn',
      'p.dayparts',
      'p.reason',
      'p.remark',
    ])
    .where('i.request_id', '=', requestId)
    .where('i.closed_at', 'is', null)
    .orderBy('o.name')
}

export function toInquiry(
  rows: readonly (SheetAnswer & { why: InquiryWhy; answerBy: Date })[],
): SheetInquiry | undefined {
  const [first] = rows
  if (!first) return undefined
  return {
    why: first.why,
    answerBy: first.answerBy,
    answers: rows.map(({ why: _why, answerBy: _by, ...answer }) => answer),
  }
}

function isAfter(changedAt: Date | null, saidAt: Date | null | undefined): boolean {
  return changedAt !== null && saidAt !== null && saidAt !== undefined && changedAt > saidAt
}

function isAsked(inquiry: SheetInquiry | undefined, actor: Actor): boolean {
  return actor.kind === 'user' && (inquiry?.answers.some((one) => one.organizationId === actor.organizationId) ?? false)
}

function selectHistory(requestId: string) {
  return build
    .selectFrom('requests.history_entry as h')
    .leftJoin('organizations.organization as o', 'o.id', 'h.organization_id')
    .leftJoin('organizations.coordinating_team as t', 't.id', 'h.coordinating_team_id')
    .select([
      'h.id',
      'h.at',
      'h.code',
      'o.name as organizationName',
      't.name as teamName',
      'h.act_by as actBy',
      'h.facts',
    ])
    .where('h.request_id', '=', requestId)
    .orderBy('h.at', 'desc')
    .orderBy('h.id', 'desc')
}

/** The row of the log of a card that is shown; which one may be known to the database only. */
export function toldOfCard(scope: Scope, requestId: string | RawBuilder<string>) {
  const about = sql<string>`${requestId}::uuid`
  const entry = auditingWhen(
    scope,
    {
      event: 'request.card.read',
      action: 'R',
      objectType: 'care-request',
      fields: ['card', 'history'],
      legalBasis: may(scope.actor, 'requests.list') ? 'coordination' : 'oversight',
      rule: canSee.name,
    },
    sql`exists (select from requests.care_request r where r.id = ${about})`,
    about,
  )
  return { compile: () => entry.compile(build) }
}

export type Bsn = { id: string; number: string; bsn: string; checkedWith: keyof typeof bsnCheckedWithText | null }

/** The BSN, for the nurses of the organisation that took the request. Throws `NotFound` when it is not for this actor. */
export async function getBsn(scope: Scope, requestId: string): Promise<Bsn> {
  const { numbers, sealed } = await read(scope, {
    numbers: build.selectFrom('requests.care_request').select('number').where('id', '=', requestId),
    sealed: readSealedBsn(scope, requestId),
  })
  const [request, found] = [numbers[0], sealed[0]]
  if (!request || !found?.sealed) throw new NotFound()
  const checkedWith = found.checkedWith as Bsn['checkedWith']
  return { id: requestId, number: request.number, bsn: scope.seal.open(found.sealed), checkedWith }
}

/** The card and its history only: no identity is read, so none is in the log. */
export async function getCard(scope: Scope, requestId: string): Promise<Pick<Sheet, 'card' | 'history' | 'unwanted'>> {
  permit(canList(scope.actor))
  const { cards, history, unwanted } = await read(scope, {
    cards: selectSheets(requestId, scope.now()),
    unwanted: unwantedQuery(requestId),
    told: toldOfCard(scope, requestId),
    history: selectHistory(requestId),
  })
  const card = cards[0] as Sheet['card'] | undefined
  if (!card || !canSee(scope.actor, { ...card, takerOrganizationId: card.takerId })) throw new NotFound()
  return { card, history: history as HistoryLine[], unwanted: unwanted[0]?.names ?? [] }
}

/** The identity by itself, BSN included, for a program of the taking organisation. Throws `NotFound` when it is not open. */
export async function getIdentity(scope: Scope, requestId: string): Promise<Identity & { bsn: string | null }> {
  const { identity, sealed } = await read(scope, {
    identity: readIdentity(scope, requestId),
    sealed: readSealedBsn(scope, requestId),
  })
  const found = identity[0] as Identity | undefined
  if (!found) throw new NotFound()
  const bsn = sealed[0]?.sealed
  return { ...found, bsn: bsn ? scope.seal.open(bsn) : null }
}
