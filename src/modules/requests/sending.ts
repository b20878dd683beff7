import { localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { done, type Outcome, refused } from '#kernel/outcome.ts'
import { audit } from '#modules/audit/index.ts'
import { actByFor, findArea, getRegion } from '#modules/regions/index.ts'
import { asSystem } from '#platform/database/as-system.ts'
import { record } from '#platform/database/events.ts'
import { command, type Tx } from '#platform/database/transaction.ts'
import { addJob } from '#platform/jobs/jobs.ts'
import { followKeyOf } from './follow-key.ts'
import { addHistory } from './history.ts'
import type { NewRequest } from './new-request.ts'
import { cardTextOf, type FreeText } from './rules/card-text.ts'
import {
  findSent,
  insertAttachments,
  insertCard,
  insertConsent,
  insertFollowLink,
  insertIdentity,
  insertUnwanted,
  listKnownProviders,
} from './store.ts'

/** What its sender holds: the number to name it by, and the key of the private page that follows it. */
export type Sent = { id: string; number: string; key: string }

export type SendRefusal =
  | { code: 'outside-region' }
  | { code: 'birth-date-ahead' }
  /** The region agreed that requests do not come in this way. */
  | { code: 'channel-closed' }
  | {
      code: 'provider-unknown'
      field: 'preferredOrganizationId' | 'existingOrganizationId' | 'unwantedOrganizationIds'
    }
  /** The same organisation both rather and rather not. */
  | { code: 'wishes-contradict' }

/**
 * Sends a request for care: from here on somebody answers for it. Anyone may. All of it is one transaction, routing to a
 * team included; the same key sent twice, also at the same moment, is one request.
 */
export const sendRequest = command((tx, _actor, request: NewRequest) => sendIn(tx, request))

/** The same within a transaction that has more to do, such as closing the draft it came from. */
export async function sendIn(tx: Tx, request: NewRequest): Promise<Outcome<Sent, SendRefusal>> {
  const { seal } = tx.scope
  const earlier = await findSent(tx, request.sentKey)
  if (earlier) return done({ id: earlier.id, number: earlier.number, key: followKeyOf(seal, earlier.link_id) })

  const refusal = await findRefusal(tx, request)
  if (refusal) return refused(refusal)

  const id = newId()
  const linkId = newId()
  const key = followKeyOf(seal, linkId)
  const now = tx.scope.now()
  const { wayOfWorking } = await getRegion(tx)
  const actBy = actByFor(wayOfWorking, request.card.priority, now)
  const deskId = wayOfWorking.fallbackDeskId
  const number = await insertCard(tx, request, cardTextOf(freeTextOf(request)), { id, deskId, actBy })
  await insertUnwanted(tx, id, request.card.unwantedOrganizationIds)
  await insertIdentity(tx, id, request)
  const consentId = await insertConsent(tx, id, request.consent)
  await insertAttachments(tx, id, request.attachments)
  await insertFollowLink(tx, id, linkId, key)
  await addHistory(tx, id, { actBy, history: { code: 'submitted', coordinatingTeamId: deskId } })
  await audit(tx, {
    event: 'request.send',
    action: 'C',
    careRequestId: id,
    objectType: 'care-request',
    objectId: id,
    fields: [
      'card',
      'identity',
      'consent',
      ...(request.attachments.length > 0 ? ['attachments'] : []),
      ...(request.callerOrganizationId || request.referrer ? ['requester-organization'] : []),
    ],
    legalBasis: tx.scope.actor.kind === 'user' ? 'referral' : 'own-data',
    rule: 'anyone-may-ask',
    consentId,
  })
  await addJob(tx, 'tell-requester', { requestId: id, code: 'submitted' }, { key: `tell-requester:${id}:submitted` })
  // The region's rules take over from here, in the product's own name: the sender may not read the request back.
  await asSystem(tx, 'route-request', (own) => record(own, { kind: 'request-submitted', topics: [], subjectId: id }))
  return done({ id, number, key })
}

async function findRefusal(tx: Tx, { card, identity }: NewRequest): Promise<SendRefusal | undefined> {
  const region = await getRegion(tx)
  if (!region.wayOfWorking.channels.includes(card.channel)) return { code: 'channel-closed' }
  if (!findArea(region, identity.postcode.slice(0, 4))) return { code: 'outside-region' }
  if (identity.birthDate > localDateOf(tx.scope.now())) return { code: 'birth-date-ahead' }
  const { preferredOrganizationId: preferred, unwantedOrganizationIds: unwanted = [] } = card
  if (preferred !== undefined && unwanted.includes(preferred)) return { code: 'wishes-contradict' }
  const asked = [preferred, card.existingOrganizationId, ...unwanted].filter((id) => id !== undefined)
  const known = new Set(await listKnownProviders(tx, asked))
  if (!unwanted.every((id) => known.has(id))) return { code: 'provider-unknown', field: 'unwantedOrganizationIds' }
  for (const field of ['preferredOrganizationId', 'existingOrganizationId'] as const) {
    const id = card[field]
    if (id !== undefined && !known.has(id)) return { code: 'provider-unknown', field }
  }
  return undefined
}

function freeTextOf({ card, identity }: NewRequest): FreeText {
  const names = [
    identity.givenName,
    identity.familyName,
    identity.requester.name,
    ...identity.contacts.map((contact) => contact.name),
  ]
  return { question: identity.question, faith: card.faith, nursingActions: card.nursingActions, names }
}
