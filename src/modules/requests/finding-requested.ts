import { type Expression, sql } from 'kysely'
import { type AuditEntry, auditingWhen } from '#modules/audit/index.ts'
import { listDoors } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { followKeyOf } from './follow-key.ts'
import { type HistoryLine, historyOf } from './history.ts'
import { paths } from './pages/paths.ts'
import type { Look, PassedOn, Requested, RequestedDetails } from './requested.ts'
import { cardQuery, toCard, toIdentity, toRequested } from './requested-rows.ts'

/** Which request: by its id, or whichever one the private link of this call opens, looked up in the same round trip. */
export type Which = string | { number: string; keyHash: Buffer }

/** Where it stands; the log tells that this was seen, when something was. */
export async function findRequested(scope: Scope, which: Which, entry: AuditEntry): Promise<Requested | undefined> {
  const id = idOf(which)
  const { cards, history, passed } = await read(scope, {
    door: enteringBy(which),
    cards: cardQuery(id, scope.now()),
    history: historyOf(id),
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
    history: historyOf(id),
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
  history: readonly HistoryLine[],
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
