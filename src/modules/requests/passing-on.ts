import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { type Outcome, refused } from '#kernel/outcome.ts'
import type { Door } from '#modules/regions/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import { asSystem, asSystemOf } from '#platform/database/as-system.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { findReferrerIn } from './finding-referrer.ts'
import { addHistory } from './history.ts'
import type { Channel, NewCard, NewConsent, NewRequest } from './new-request.ts'
import { readWhole, type Whole } from './reading-whole.ts'
import { type SendRefusal, sendIn } from './sending.ts'

/** Where care is given from now on, when that is not where the request said. */
export type NewAddress = { postcode: string; houseNumber: string }
export type PassOn = {
  requestId: string
  to: Door
  /** Who said that everything may go there. */
  consentBy: NewConsent['givenBy']
  address?: NewAddress
}

/**
 * Under which number it goes on, of which link the key is made there, and whether who referred it has it on a list of their own
 * there as well.
 */
export type Passed = { number: string; linkId: string; onOwnList: boolean }

const job = 'pass-to-region'
const consentVersion = 'andere-regio-2026-11'

/**
 * Sends all of a request once more, in another region and by the rules of that region: a new request with its own number, routed
 * there in this transaction. Nothing is written here or there when it is refused.
 */
export async function passOnTo(
  tx: Tx,
  { requestId, to, consentBy, address }: PassOn,
): Promise<Outcome<Passed, SendRefusal>> {
  const { name: from } = await getRegion(tx)
  const whole = await asSystem(tx, job, (own) => readWhole(own, requestId))
  const door = { regionId: to.regionId, publicUrl: to.url }
  const outcome = await asSystemOf(tx, door, job, async (there): Promise<Outcome<Passed, SendRefusal>> => {
    const request = await toRequest(there, whole, consentBy, address)
    const sent = await sendIn(there, request)
    if (!sent.ok) return sent
    const { id, number } = sent.value
    await insertSupplements(there, id, whole.supplements)
    const { wish } = whole
    await addHistory(there, id, {
      history: { code: 'came-from-region', facts: { region: from, number: whole.number, ...(wish ? { wish } : {}) } },
    })
    const onOwnList = request.referrer !== undefined
    return { ok: true, value: { number, linkId: await getLinkId(there, id), onOwnList } }
  })
  if (!outcome.ok) return refused(outcome.refusal)
  await asSystem(tx, job, (own) => keepPassed(own, requestId, to, outcome.value))
  return outcome
}

/** Where a request went already. As the system. */
export async function findPassed(
  own: Tx,
  requestId: string,
): Promise<{ regionId: string; regionName: string; number: string } | undefined> {
  return own.db
    .selectFrom('requests.passed_on')
    .select(['to_region_id as regionId', 'to_region_name as regionName', 'to_number as number'])
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

async function keepPassed(own: Tx, requestId: string, to: Door, { number, linkId }: Passed): Promise<void> {
  await own.db
    .insertInto('requests.passed_on')
    .values({
      request_id: requestId,
      region_id: own.scope.actor.regionId,
      to_region_id: to.regionId,
      to_region_name: to.name,
      to_number: number,
      to_link_id: linkId,
      passed_at: own.scope.now(),
    })
    .execute()
}

async function toRequest(
  there: Tx,
  { card, identity, consentScope, attachments, preferred, existing, unwanted, referrer: asked }: Whole,
  givenBy: NewConsent['givenBy'],
  address?: NewAddress,
): Promise<NewRequest> {
  const [preferredOrganizationId, existingOrganizationId] = [
    await findSame(there, preferred),
    await findSame(there, existing),
  ]
  const unwantedOrganizationIds: string[] = []
  for (const one of unwanted) {
    const same = await findSame(there, one)
    if (same) unwantedOrganizationIds.push(same)
  }
  const referrer = asked && (await findReferrerIn(there, asked))
  const moved = address ? { ...address, street: undefined, place: undefined, careAddress: undefined } : {}
  return {
    sentKey: newId(),
    ...(referrer ? { referrer } : {}),
    card: {
      ...card,
      channel: await channelThere(there, card.channel),
      ...(preferredOrganizationId ? { preferredOrganizationId } : {}),
      ...(existingOrganizationId ? { existingOrganizationId } : {}),
      unwantedOrganizationIds,
    },
    identity: { ...identity, ...moved, ...(asked && referrer ? { requester: asked.requester } : {}) },
    consent: { givenBy, scope: [...consentScope, 'other-region'], textVersion: consentVersion },
    attachments,
  }
}

/** As it came in here; where that way is closed, as what professionals hand in: a colleague does so now. */
async function channelThere(there: Tx, channel: Channel): Promise<Channel> {
  const { channels } = (await getRegion(there)).wayOfWorking
  return channels.includes(channel) ? channel : 'portal'
}

/** The same organisation, when it gives care in that region too: by its AGB code, or where one of the two has none by its name. */
async function findSame(there: Tx, organization: Whole['preferred']): Promise<NewCard['preferredOrganizationId']> {
  if (!organization) return undefined
  const { name, agbCode } = organization
  const found = await there.db
    .selectFrom('organizations.organization')
    .select('id')
    .where('kind', '=', 'provider')
    .where('active', '=', true)
    .where((eb) =>
      eb.or([
        eb('agb_code', '=', agbCode),
        sql<boolean>`lower(name) = ${name.toLowerCase()} and (agb_code is null or ${agbCode}::text is null)`,
      ]),
    )
    .orderBy(sql`agb_code is not distinct from ${agbCode}`, 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return found?.id
}

async function insertSupplements(there: Tx, requestId: string, supplements: Whole['supplements']): Promise<void> {
  if (supplements.length === 0) return
  const row = { request_id: requestId, region_id: there.scope.actor.regionId }
  await there.db
    .insertInto('requests.supplement')
    .values(
      supplements.map(({ at, byKind, byName, text }) => ({
        ...row,
        id: newId(),
        at,
        by_kind: byKind,
        by_name: byName,
        text,
      })),
    )
    .execute()
}

async function getLinkId(there: Tx, requestId: string): Promise<string> {
  const { id } = await there.db
    .selectFrom('requests.follow_link')
    .select('id')
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  return id
}
