import { sql } from 'kysely'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { isLanguage } from '#kernel/languages.ts'
import type { Priority } from '#kernel/priorities.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type {
  Channel,
  ContactPerson,
  NewAttachment,
  NewCard,
  NewIdentity,
  NursingAction,
  Source,
} from './new-request.ts'
import type { ReferrerHere } from './rules/same-referrer.ts'

/** An organisation as another region may know it too. */
type Named = { name: string; agbCode: string | null }

/** Who sent it, as they may be known in another region, and how they are told of when they are. */
type Referrer = ReferrerHere & { requester: NewIdentity['requester'] }

/** All that was asked and told of a request, as it stands now. */
export type Whole = {
  number: string
  card: NewCard
  identity: NewIdentity
  consentScope: readonly string[]
  attachments: readonly NewAttachment[]
  supplements: readonly { at: Date; byKind: string; byName: string | null; text: string }[]
  preferred?: Named
  existing?: Named
  unwanted: readonly Named[]
  /** Only of what a professional sent, or a desk for them. */
  referrer?: Referrer
  /** Whose care was hoped for, in words. */
  wish?: string
}

/** Reads it all, to ask the same once more in another region. As the system. */
export async function readWhole(own: Tx, requestId: string): Promise<Whole> {
  const row = await selectRow(own, requestId)
  const consent = await own.db
    .selectFrom('requests.consent')
    .select('scope')
    .where('request_id', '=', requestId)
    .where('withdrawn_at', 'is', null)
    .orderBy('given_at')
    .orderBy('id')
    .executeTakeFirst()
  const attachments = await own.db
    .selectFrom('requests.attachment')
    .select(['name', 'kind', 'content_type as contentType', 'content'])
    .where('request_id', '=', requestId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const supplements = await own.db
    .selectFrom('requests.supplement')
    .select(['at', 'by_kind as byKind', 'by_name as byName', 'text'])
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const unwanted = await own.db
    .selectFrom('requests.unwanted_organization as u')
    .innerJoin('organizations.organization as o', 'o.id', 'u.organization_id')
    .select(['o.name', 'o.agb_code as agbCode'])
    .where('u.request_id', '=', requestId)
    .orderBy('o.id')
    .execute()
  return {
    number: row.number,
    card: cardOf(row),
    identity: identityOf(own, row),
    consentScope: consent?.scope ?? [],
    attachments: attachments as NewAttachment[],
    supplements,
    unwanted,
    ...(row.organizationKind ? { referrer: referrerOf(row, row.organizationKind) } : {}),
    ...(row.preferredName ? { preferred: { name: row.preferredName, agbCode: row.preferredAgb } } : {}),
    ...(row.existingName ? { existing: { name: row.existingName, agbCode: row.existingAgb } } : {}),
    ...(row.preferredName ? { wish: row.preferredName } : {}),
  }
}

type Row = Awaited<ReturnType<typeof selectRow>>

function selectRow(own: Tx, requestId: string) {
  return own.db
    .selectFrom('requests.care_request as r')
    .innerJoin('requests.patient_identity as i', 'i.request_id', 'r.id')
    .leftJoin('organizations.organization as preferred', 'preferred.id', 'r.preferred_organization_id')
    .leftJoin('organizations.organization as existing', 'existing.id', 'r.existing_organization_id')
    .leftJoin('organizations.organization as o', 'o.id', 'r.requester_organization_id')
    .leftJoin('people.user_account as u', 'u.id', 'r.requester_user_id')
    .leftJoin('people.practitioner as p', 'p.id', 'u.practitioner_id')
    .selectAll('r')
    .select([
      'i.given_name',
      'i.family_name',
      'i.birth_date',
      'i.bsn_sealed',
      'i.bsn_checked_with',
      'i.postcode',
      'i.house_number',
      'i.street',
      'i.place',
      'i.care_address',
      'i.phone as clientPhone',
      'i.email as clientEmail',
      'i.question as fullQuestion',
      'i.contacts',
      'i.requester',
      'i.particulars',
      'preferred.name as preferredName',
      'preferred.agb_code as preferredAgb',
      'existing.name as existingName',
      'existing.agb_code as existingAgb',
      'o.name as organizationName',
      'o.kind as organizationKind',
      'o.agb_code as organizationAgb',
      'o.ura as organizationUra',
      sql<string | null>`case when u.active then u.email end`.as('userEmail'),
      'o.phone as organizationPhone',
      sql<string | null>`coalesce(case when u.active then u.email end, o.email)`.as('refererEmail'),
      'p.name as refererName',
    ])
    .where('r.id', '=', requestId)
    .executeTakeFirstOrThrow()
}

function cardOf(row: Row): NewCard {
  return {
    source: row.source as Source,
    channel: row.channel as Channel,
    priority: row.priority as Priority,
    gender: (row.gender as NewCard['gender']) ?? undefined,
    careKinds: row.care_kinds as CareKind[],
    dayparts: row.dayparts as Daypart[],
    timesPerWeek: row.times_per_week ?? undefined,
    hoursPerWeek: row.hours_per_week === null ? undefined : Number(row.hours_per_week),
    startOn: row.start_on ?? undefined,
    startCertainty: row.start_certainty as NewCard['startCertainty'],
    dischargeOn: row.discharge_on ?? undefined,
    location: row.location as NewCard['location'],
    expectedDuration: (row.expected_duration as NewCard['expectedDuration']) ?? undefined,
    financing: (row.financing as NewCard['financing']) ?? undefined,
    insurer: row.insurer ?? undefined,
    indication: (row.indication as NewCard['indication']) ?? undefined,
    nursingActions: row.nursing_actions as unknown as NursingAction[],
    twoCarers: row.two_carers,
    palliative: row.palliative,
    alerts: row.alerts,
    languages: row.languages,
    askedIn: isLanguage(row.asked_in) ? row.asked_in : 'nl',
    faith: row.faith ?? undefined,
    carerGender: (row.carer_gender as NewCard['carerGender']) ?? undefined,
    warmHandover: row.warm_handover,
  }
}

function identityOf({ scope: { seal } }: Tx, row: Row): NewIdentity {
  return {
    givenName: row.given_name ?? undefined,
    familyName: row.family_name,
    birthDate: row.birth_date,
    bsn: row.bsn_sealed ? seal.open(row.bsn_sealed) : undefined,
    bsnCheckedWith: (row.bsn_checked_with as NewIdentity['bsnCheckedWith']) ?? undefined,
    postcode: row.postcode,
    houseNumber: row.house_number,
    street: row.street ?? undefined,
    place: row.place ?? undefined,
    careAddress: row.care_address ?? undefined,
    phone: row.clientPhone ?? undefined,
    email: row.clientEmail ?? undefined,
    question: row.fullQuestion,
    contacts: row.contacts as unknown as ContactPerson[],
    requester: requesterOf(row),
    particulars: row.particulars as Record<string, unknown>,
  }
}

/** Over there their list and their own name say who they are; the organisation is theirs already. */
function referrerOf(row: Row, kind: string): Referrer {
  const given = row.requester as NewIdentity['requester']
  const name = given.name ?? row.refererName ?? undefined
  const { organizationAgb: agbCode, organizationUra: ura, userEmail: email } = row
  return { kind, agbCode, ura, email, requester: { ...given, ...(name ? { name } : {}) } }
}

/** A referrer who has no account over there: by name, with an address of their own, so that they can be told and called. */
function requesterOf(row: Row): NewIdentity['requester'] {
  const given = row.requester as NewIdentity['requester']
  if (!row.organizationName) return given
  const names = [given.name ?? row.refererName, row.organizationName].filter((one) => one !== null)
  const phone = given.phone ?? row.organizationPhone
  const email = given.email ?? row.refererEmail
  return { ...given, name: names.join(', '), ...(phone ? { phone } : {}), ...(email ? { email } : {}) }
}
