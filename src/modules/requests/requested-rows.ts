import { type Expression, sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import type { Priority } from '#kernel/priorities.ts'
import { hoursNow, phoneNow } from '#modules/organizations/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { HistoryLine } from './history.ts'
import type { ContactPerson, NewCard, NewIdentity, NursingAction, Source } from './new-request.ts'
import { toParticulars } from './particulars.ts'
import { partsColumn, type SplitBy } from './parts.ts'
import type { PassedOn, Requested, RequestedDetails } from './requested.ts'
import type { RequestState } from './rules/life.ts'
import { unwantedNames } from './unwanted.ts'

/** What the database holds of a request, and what whoever asked for it is told of that. */
export function cardQuery(id: Expression<string>, now: Date) {
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

type CardRow = ReturnType<typeof cardQuery> extends { execute(): Promise<(infer Row)[]> } ? Row : never
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

export function toRequested(row: CardRow, history: readonly HistoryLine[], passedOn: PassedOn | undefined): Requested {
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
    history: [...history],
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

export function toCard(row: CardRow): RequestedDetails['card'] {
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

export function toIdentity(scope: Scope, row: IdentityRow): RequestedDetails['identity'] {
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
