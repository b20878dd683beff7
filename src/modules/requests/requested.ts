import { type Expression, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { LocalDate } from '#kernel/dates.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Priority } from '#kernel/priorities.ts'
import { type AuditEntry, auditingWhen } from '#modules/audit/index.ts'
import { hoursNow, phoneNow } from '#modules/organizations/index.ts'
import { listDoors } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { followKeyOf } from './follow-key.ts'
import type { HistoryCode } from './moving.ts'
import type { ContactPerson, NewAttachment, NewCard, NewIdentity, NursingAction, Source } from './new-request.ts'
import { paths } from './pages/paths.ts'
import { type Particulars, toParticulars } from './particulars.ts'
import { type CardPart, partsColumn, type SplitBy } from './parts.ts'
import type { RequestState } from './rules/life.ts'
import { unwantedNames } from './unwanted.ts'

/** A request as whoever asked for it sees it: where it stands, who holds it, what happened. */
export type Requested = {
  id: string
  number: string
  state: RequestState
  source: Source
  requesterOrganizationId: string | null
  priority: Priority
  submittedAt: Date
  actBy: Date | null
  endedAt: Date | null
  startOn: LocalDate | null
  startCertainty: NewCard['startCertainty']
  dischargeOn: LocalDate | null
  withdrawalReason: string | null
  /** Whose choice between offers is waited for. */
  choiceBy: 'referrer' | 'client' | null
  /** The team or desk that holds it, or the organisation that took it. */
  holder: { name: string; phone: string | null; hours: string | null; isTaker: boolean } | undefined
  /** Who gives which part, when it is divided over several organisations; null when it is whole, or nobody gives it. */
  splitBy: SplitBy | null
  parts: CardPart[] | null
  history: HistoryLine[]
  /** Nobody could give the care, and the insurer may help once the client's side says yes. */
  mayLetInsurerHelp: boolean
  /** It went to another region of this installation, and goes on there. */
  passedOn: PassedOn | undefined
}

/** Where it goes on: under which number, and how it is followed there. */
export type PassedOn = {
  regionName: string
  number: string
  href: string | undefined
  /** Who referred it is known there too, and has it on a list of their own. */
  onOwnList: boolean
}

export type HistoryLine = {
  id: string
  at: Date
  code: HistoryCode
  organizationName: string | null
  teamName: string | null
  actBy: Date | null
  facts: Record<string, unknown>
}

/** Who looked at it or changed it: organisation and role, never a person (NEN 7513, chapter 9). */
export type Look = {
  at: Date
  event: string
  action: 'C' | 'R' | 'U' | 'D' | 'E'
  actorKind: string
  organizationName: string | null
  role: string | null
}

/** What opens for who asked: everything they sent. */
export type RequestedDetails = {
  card: {
    gender: NewCard['gender'] | null
    careKinds: CareKind[]
    dayparts: Daypart[]
    timesPerWeek: number | null
    hoursPerWeek: number | null
    location: NewCard['location']
    expectedDuration: NonNullable<NewCard['expectedDuration']> | null
    financing: NonNullable<NewCard['financing']> | null
    insurer: string | null
    indication: 'present' | 'to-do' | null
    nursingActions: NursingAction[]
    twoCarers: boolean
    palliative: boolean
    alerts: string[]
    preferredOrganization: string | null
    unwantedOrganizations: string[]
    existingOrganization: string | null
    languages: string[]
    faith: string | null
    carerGender: 'female' | 'male' | null
    warmHandover: boolean
    questionWithheld: boolean
  }
  identity: {
    givenName: string | null
    familyName: string
    birthDate: LocalDate
    /** Only its last three digits. */
    bsnEnd: string | null
    bsnCheckedWith: NonNullable<NewIdentity['bsnCheckedWith']> | null
    postcode: string
    houseNumber: string
    street: string | null
    place: string | null
    careAddress: string | null
    phone: string | null
    email: string | null
    question: string
    contacts: ContactPerson[]
    requester: NewIdentity['requester']
    particulars: Particulars
  }
  supplements: { id: string; at: Date; byName: string | null; text: string }[]
  attachments: { id: string; name: string; kind: NewAttachment['kind']; size: number; addedAt: Date }[]
  looks: Look[]
}

/** Which request: by its id, or whichever one the private link of this call opens, looked up in the same round trip. */
export type Which = string | { number: string; keyHash: Buffer }

/** Where it stands; the log tells that this was seen, if there was anything to see. */
export async function findRequested(scope: Scope, which: Which, entry: AuditEntry): Promise<Requested | undefined> {
  const id = idOf(which)
  const { cards, history, passed } = await read(scope, {
    door: enteringBy(which),
    cards: cardQuery(id, scope.now()),
    history: historyQuery(id),
    passed: passedQuery(id),
    audit: auditingSeen(scope, id, entry),
  })
  return cards[0] && toRequested(cards[0], history, await toPassedOn(scope, passed[0], history))
}

/** Where it stands and everything that was sent; `since` is how far back the log of who looked is shown. */
export async function findRequestedInFull(
  scope: Scope,
  which: Which,
  since: Date,
  entry: AuditEntry,
): Promise<(Requested & RequestedDetails) | undefined> {
  const id = idOf(which)
  const found = await read(scope, {
    door: enteringBy(which),
    cards: cardQuery(id, scope.now()),
    history: historyQuery(id),
    passed: passedQuery(id),
    identities: build.selectFrom('requests.patient_identity').selectAll().where('request_id', '=', id),
    supplements: build
      .selectFrom('requests.supplement')
      .select(['id', 'at', 'by_name as byName', 'text'])
      .where('request_id', '=', id)
      .orderBy('at')
      .orderBy('id'),
    attachments: build
      .selectFrom('requests.attachment')
      .select(['id', 'name', 'kind', 'size', 'added_at as addedAt'])
      .where('request_id', '=', id)
      .orderBy('added_at')
      .orderBy('id'),
    looks: build
      .selectFrom(
        sql<Look>`(select at, event_type as event, action, actor_kind as "actorKind",
          organization_name as "organizationName", user_role as role
          from requests.who_looked(${id}, ${since}::timestamptz))`.as('look'),
      )
      .selectAll(),
    audit: auditingSeen(scope, id, entry),
  })
  const [card, identity] = [found.cards[0], found.identities[0]]
  if (!card || !identity) return undefined
  return {
    ...toRequested(card, found.history, await toPassedOn(scope, found.passed[0], found.history)),
    card: toCard(card),
    identity: toIdentity(scope, identity),
    supplements: found.supplements as RequestedDetails['supplements'],
    attachments: found.attachments as RequestedDetails['attachments'],
    looks: found.looks,
  }
}

type CardRow = ReturnType<typeof cardQuery> extends { execute(): Promise<(infer Row)[]> } ? Row : never
type HistoryRow = ReturnType<typeof historyQuery> extends { execute(): Promise<(infer Row)[]> } ? Row : never
type IdentityRow = {
  given_name: string | null
  family_name: string
  birth_date: string
  bsn_sealed: Buffer | null
  bsn_checked_with: string | null
  postcode: string
  house_number: string
  street: string | null
  place: string | null
  care_address: string | null
  phone: string | null
  email: string | null
  question: string
  contacts: unknown
  requester: unknown
  particulars: unknown
}

function idOf(which: Which): Expression<string> {
  return typeof which === 'string' ? sql<string>`${which}::uuid` : sql<string>`platform.actor_request()`
}

/** Must be the first statement: those after it see what the link opens. */
function enteringBy(which: Which) {
  if (typeof which === 'string') return undefined
  const { number, keyHash } = which
  return build
    .selectFrom(
      sql<{ id: string | null }>`(select requests.enter_by_link(${number}, ${keyHash}::bytea) as id)`.as('door'),
    )
    .selectAll()
}

function cardQuery(id: Expression<string>, now: Date) {
  return build
    .selectFrom('requests.care_request as r')
    .leftJoin('organizations.coordinating_team as t', 't.id', 'r.holder_coordinating_team_id')
    .leftJoin('organizations.organization as o', (join) =>
      join.on((eb) => eb('o.id', '=', eb.fn.coalesce('r.holder_organization_id', 'r.taker_organization_id'))),
    )
    .leftJoin('organizations.coordinating_team as list', 'list.id', 'r.coordinating_team_id')
    .leftJoin('organizations.organization as preferred', 'preferred.id', 'r.preferred_organization_id')
    .leftJoin('organizations.organization as existing', 'existing.id', 'r.existing_organization_id')
    .selectAll('r')
    .select([
      't.name as teamName',
      phoneNow('t', now).as('teamPhone'),
      hoursNow('t', now).as('teamHours'),
      'o.name as organizationName',
      'o.phone as organizationPhone',
      'list.name as listName',
      'list.phone as listPhone',
      'list.phone_hours as listHours',
      'preferred.name as preferredName',
      'existing.name as existingName',
      unwantedNames().as('unwanted'),
      sql<boolean>`r.escalation_step = 'insurer-mediation' and r.ended_at is null and not exists (select from requests.consent c
        where c.request_id = r.id and 'insurer-mediation' = any (c.scope) and c.withdrawn_at is null)`.as(
        'asksInsurer',
      ),
      partsColumn().as('parts'),
    ])
    .where('r.id', '=', id)
}

function historyQuery(id: Expression<string>) {
  return build
    .selectFrom('requests.history_entry as h')
    .leftJoin('organizations.organization as o', 'o.id', 'h.organization_id')
    .leftJoin('organizations.coordinating_team as t', 't.id', 'h.coordinating_team_id')
    .select([
      'h.id',
      'h.at',
      'h.code',
      'h.act_by as actBy',
      'h.facts',
      'o.name as organizationName',
      't.name as teamName',
    ])
    .where('h.request_id', '=', id)
    .orderBy('h.at')
    .orderBy('h.id')
}

function passedQuery(id: Expression<string>) {
  return build
    .selectFrom('requests.passed_on')
    .select(['to_region_id as regionId', 'to_region_name as regionName', 'to_number as number', 'to_link_id as linkId'])
    .where('request_id', '=', id)
}

type PassedRow = { regionId: string; regionName: string; number: string; linkId: string }

/** The private link over there, at the door of that region as it is now. */
async function toPassedOn(
  scope: Scope,
  row: PassedRow | undefined,
  history: readonly HistoryRow[],
): Promise<PassedOn | undefined> {
  if (!row) return undefined
  const { regionName, number, linkId } = row
  const door = (await listDoors(scope)).find(({ regionId }) => regionId === row.regionId)
  const went = history.find(({ code }) => code === 'passed-to-region')
  return {
    regionName,
    number,
    href: door && door.url + paths.follow(number, followKeyOf(scope.seal, linkId)),
    onOwnList: (went?.facts as { onOwnList?: boolean } | undefined)?.onOwnList === true,
  }
}

/** The row of the log is written only when the request is there for this actor: what was not seen is not logged as seen. */
function auditingSeen(scope: Scope, id: Expression<string>, entry: AuditEntry) {
  const row = auditingWhen(scope, entry, sql`exists (select from requests.care_request r where r.id = ${id})`, id)
  return { compile: () => row.compile(build) }
}

function toRequested(row: CardRow, history: readonly HistoryRow[], passedOn: PassedOn | undefined): Requested {
  return {
    id: row.id,
    number: row.number,
    state: row.state as RequestState,
    source: row.source as Source,
    requesterOrganizationId: row.requester_organization_id,
    priority: row.priority as Priority,
    submittedAt: row.submitted_at,
    actBy: row.act_by,
    endedAt: row.ended_at,
    startOn: row.start_on,
    startCertainty: row.start_certainty as NewCard['startCertainty'],
    dischargeOn: row.discharge_on,
    withdrawalReason: row.withdrawal_reason,
    choiceBy: row.choice_by as Requested['choiceBy'],
    holder: holderOf(row),
    splitBy: row.split_by as SplitBy | null,
    parts: isGiven(row.state) ? row.parts : null,
    history: history as unknown as HistoryLine[],
    mayLetInsurerHelp: row.asksInsurer === true,
    passedOn,
  }
}

/** What was withdrawn or sent elsewhere is given by nobody, in parts neither. */
function isGiven(state: string): boolean {
  return state !== 'withdrawn' && state !== 'redirected'
}

/** When nobody holds it any more: the organisation that gives the care, else the team whose list it was on. */
function holderOf(row: CardRow): Requested['holder'] {
  if (row.teamName) return { name: row.teamName, phone: row.teamPhone, hours: row.teamHours, isTaker: false }
  if (row.organizationName && isGiven(row.state))
    return { name: row.organizationName, phone: row.organizationPhone, hours: null, isTaker: true }
  if (row.listName) return { name: row.listName, phone: row.listPhone, hours: row.listHours, isTaker: false }
  return undefined
}

function toCard(row: CardRow): RequestedDetails['card'] {
  return {
    gender: row.gender as NewCard['gender'] | null,
    careKinds: row.care_kinds as CareKind[],
    dayparts: row.dayparts as Daypart[],
    timesPerWeek: row.times_per_week,
    hoursPerWeek: row.hours_per_week,
    location: row.location as NewCard['location'],
    expectedDuration: row.expected_duration as RequestedDetails['card']['expectedDuration'],
    financing: row.financing as RequestedDetails['card']['financing'],
    insurer: row.insurer,
    indication: row.indication as 'present' | 'to-do' | null,
    nursingActions: row.nursing_actions as unknown as NursingAction[],
    twoCarers: row.two_carers,
    palliative: row.palliative,
    alerts: row.alerts,
    preferredOrganization: row.preferredName,
    unwantedOrganizations: row.unwanted,
    existingOrganization: row.existingName,
    languages: row.languages,
    faith: row.faith,
    carerGender: row.carer_gender as 'female' | 'male' | null,
    warmHandover: row.warm_handover,
    questionWithheld: row.question_withheld,
  }
}

function toIdentity(scope: Scope, row: IdentityRow): RequestedDetails['identity'] {
  return {
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    bsnEnd: row.bsn_sealed && scope.seal.open(row.bsn_sealed).slice(-3),
    bsnCheckedWith: row.bsn_checked_with as RequestedDetails['identity']['bsnCheckedWith'],
    postcode: row.postcode,
    houseNumber: row.house_number,
    street: row.street,
    place: row.place,
    careAddress: row.care_address,
    phone: row.phone,
    email: row.email,
    question: row.question,
    contacts: row.contacts as ContactPerson[],
    requester: row.requester as NewIdentity['requester'],
    particulars: toParticulars(row.particulars),
  }
}
