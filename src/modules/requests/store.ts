import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { may } from '#kernel/actor.ts'
import { ageBandOf } from '#kernel/age-bands.ts'
import { localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { fold } from '#kernel/personal-text/words.ts'
import { newRequestNumber } from '#kernel/request-number.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { followKeyHash } from './follow-key.ts'
import { matchKeysOf } from './match-keys.ts'
import type { NewAttachment, NewConsent, NewRequest } from './new-request.ts'
import type { CardText } from './rules/card-text.ts'

/** What the requester's link stays good for, counted from sending. */
const linkDays = 365
const dayLength = 86_400_000

export type SentRow = { id: string; number: string; link_id: string }

/** What was sent with this key already; waits for another that is sending with it now. */
export async function findSent(tx: Tx, sentKey: string): Promise<SentRow | undefined> {
  const { rows } = await sql<SentRow>`select id, number, link_id from requests.find_sent(${sentKey}::uuid)`.execute(
    tx.db,
  )
  return rows[0]
}

export type CardPlace = { id: string; deskId: string; actBy: Date }

/** Writes the card under a number that nobody has yet, and answers the number. */
export async function insertCard(tx: Tx, request: NewRequest, text: CardText, place: CardPlace): Promise<string> {
  const { card, identity } = request
  const now = tx.scope.now()
  const row = {
    id: place.id,
    region_id: tx.scope.actor.regionId,
    sent_key: request.sentKey,
    source: card.source,
    channel: card.channel,
    ...requesterOf(tx, request),
    state: 'submitted',
    state_since: now,
    priority: card.priority,
    holder_coordinating_team_id: place.deskId,
    act_by: place.actBy,
    submitted_at: now,
    pc4: identity.postcode.slice(0, 4),
    age_band: ageBandOf(identity.birthDate, localDateOf(now)),
    gender: card.gender ?? null,
    care_kinds: [...card.careKinds],
    dayparts: [...card.dayparts],
    times_per_week: card.timesPerWeek ?? null,
    hours_per_week: card.hoursPerWeek ?? null,
    start_on: card.startOn ?? null,
    start_certainty: card.startCertainty,
    discharge_on: card.dischargeOn ?? null,
    location: card.location,
    expected_duration: card.expectedDuration ?? null,
    financing: card.financing ?? null,
    insurer: card.insurer ?? null,
    indication: card.indication ?? null,
    nursing_actions: JSON.stringify(text.nursingActions),
    two_carers: card.twoCarers,
    palliative: card.palliative,
    alerts: [...card.alerts],
    preferred_organization_id: card.preferredOrganizationId ?? null,
    existing_organization_id: card.existingOrganizationId ?? null,
    languages: [...card.languages],
    asked_in: card.askedIn ?? 'nl',
    faith: text.faith ?? null,
    carer_gender: card.carerGender ?? null,
    question: text.question,
    question_withheld: text.withheld,
    warm_handover: card.warmHandover,
  }
  for (;;) {
    const number = newRequestNumber(Math.random)
    // Without a column to look at, so that no right to read the row is asked for. The key was free under its lock, so
    // the only thing that can be taken is the number.
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('requests.care_request')
      .values({ ...row, number })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return number
  }
}

export async function insertUnwanted(
  tx: Tx,
  requestId: string,
  organizationIds: readonly string[] = [],
): Promise<void> {
  if (organizationIds.length === 0) return
  const rows = [...new Set(organizationIds)].map((id) => ({
    request_id: requestId,
    organization_id: id,
    region_id: tx.scope.actor.regionId,
  }))
  await tx.db.insertInto('requests.unwanted_organization').values(rows).execute()
}

export async function insertIdentity(
  tx: Tx,
  requestId: string,
  { identity, ...asked }: Pick<NewRequest, 'identity' | 'callerOrganizationId' | 'referrer'>,
): Promise<void> {
  await tx.db
    .insertInto('requests.patient_identity')
    .values({
      request_id: requestId,
      region_id: tx.scope.actor.regionId,
      requester_organization_id: requesterOf(tx, asked).requester_organization_id,
      given_name: identity.givenName ?? null,
      family_name: identity.familyName,
      family_name_search: searchableName(identity.familyName),
      birth_date: identity.birthDate,
      bsn_sealed: identity.bsn ? tx.scope.seal.close(identity.bsn) : null,
      bsn_checked_with: identity.bsnCheckedWith ?? null,
      postcode: identity.postcode,
      house_number: identity.houseNumber,
      street: identity.street ?? null,
      place: identity.place ?? null,
      care_address: identity.careAddress ?? null,
      phone: identity.phone ?? null,
      email: identity.email ?? null,
      question: identity.question,
      contacts: JSON.stringify(identity.contacts),
      requester: JSON.stringify(identity.requester),
      particulars: JSON.stringify(identity.particulars),
    })
    .execute()
  const hashes = matchKeysOf(tx.scope.seal, identity)
  await tx.db
    .insertInto('requests.match_key')
    .values(hashes.map((hash) => ({ request_id: requestId, region_id: tx.scope.actor.regionId, hash })))
    .execute()
}

export async function insertConsent(tx: Tx, requestId: string, consent: NewConsent): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('requests.consent')
    .values({
      id,
      request_id: requestId,
      region_id: tx.scope.actor.regionId,
      given_at: tx.scope.now(),
      given_by: consent.givenBy,
      scope: [...consent.scope],
      text_version: consent.textVersion,
    })
    .execute()
  return id
}

export async function insertAttachments(
  tx: Tx,
  requestId: string,
  attachments: readonly NewAttachment[],
): Promise<void> {
  if (attachments.length === 0) return
  const { actor } = tx.scope
  await tx.db
    .insertInto('requests.attachment')
    .values(
      attachments.map(({ name, kind, contentType, content }) => ({
        id: newId(),
        request_id: requestId,
        region_id: actor.regionId,
        name,
        kind,
        content_type: contentType,
        size: content.length,
        sha256: createHash('sha256').update(content).digest(),
        content,
        added_at: tx.scope.now(),
        added_by: actor.kind === 'user' ? actor.userId : null,
      })),
    )
    .execute()
}

/** Makes the private link of a request that this transaction makes. */
export async function insertFollowLink(tx: Tx, requestId: string, linkId: string, key: string): Promise<void> {
  const now = tx.scope.now()
  const until = new Date(now.getTime() + linkDays * dayLength)
  await sql`select requests.make_follow_link(${linkId}::uuid, ${requestId}::uuid,
    ${followKeyHash(tx.scope.seal, key)}::bytea, ${now}::timestamptz, ${until}::timestamptz)`.execute(tx.db)
}

/** Of these organisations, the ones that give care in this region. */
export async function listKnownProviders(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('organizations.organization')
    .select('id')
    .where('id', 'in', ids)
    .where('kind', '=', 'provider')
    .execute()
  return rows.map(({ id }) => id)
}

/** A name as it is looked for: 'van der Méér' and 'Van der Meer' are one. */
export function searchableName(name: string): string {
  return fold(name)
}

/**
 * A professional sends for their organisation; a desk for the one that calls; what comes over from another region may have a
 * referrer who is known here too; anyone else sends for themselves.
 */
function requesterOf(
  { scope: { actor } }: Tx,
  { callerOrganizationId, referrer }: Pick<NewRequest, 'callerOrganizationId' | 'referrer'>,
) {
  if (actor.kind === 'system')
    return {
      requester_organization_id: referrer?.organizationId ?? null,
      requester_user_id: referrer?.userId ?? null,
    }
  const refers = actor.kind === 'user' && may(actor, 'requests.refer')
  const heardFrom = may(actor, 'desk.work') ? (callerOrganizationId ?? null) : null
  return {
    requester_organization_id: refers ? actor.organizationId : heardFrom,
    requester_user_id: refers ? actor.userId : null,
  }
}
