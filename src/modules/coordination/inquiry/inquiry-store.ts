import { type RawBuilder, sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { record } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Answer, Given, Settles } from '../rules/inquiry.ts'

export type InquiryWhy = 'preferred-first' | 'holder' | 'to-all' | 'assignment' | 'at-once'

export type RunningInquiry = {
  id: string
  requestId: string
  why: InquiryWhy
  settles: Settles
  askedAt: Date
  answerBy: Date
  given: (Given & { dayparts: string[]; reason: string | null; remark: string | null; askedAgainAt: Date | null })[]
}

/** The question that runs for this request, with what everyone said. Behind the lock on the request. */
export async function findRunning(tx: Tx, requestId: string): Promise<RunningInquiry | undefined> {
  const inquiry = await tx.db
    .selectFrom('coordination.inquiry')
    .select(['id', 'request_id as requestId', 'why', 'settles', 'asked_at as askedAt', 'answer_by as answerBy'])
    .where('request_id', '=', requestId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!inquiry) return undefined
  const given = await tx.db
    .selectFrom('coordination.inquiry_party')
    .select([
      'organization_id as organizationId',
      'answer',
      'start_on as startOn',
      'dayparts',
      'reason',
      'remark',
      'answered_at as answeredAt',
      'asked_again_at as askedAgainAt',
    ])
    .where('inquiry_id', '=', inquiry.id)
    .execute()
  return { ...inquiry, given } as RunningInquiry
}

export type NewInquiry = {
  why: InquiryWhy
  settles: Settles
  answerBy: Date
  organizationIds: readonly string[]
  /** Which team of an organisation is meant, by organisation. */
  teamIds?: ReadonlyMap<string, string>
  askedBy: { userId: string | null; teamId: string | null }
}

/** Writes the question and who is asked; the unique index holds that one runs at a time. As the system. */
export async function insertInquiry(tx: Tx, requestId: string, inquiry: NewInquiry): Promise<string> {
  const id = newId()
  const { regionId } = tx.scope.actor
  await tx.db
    .insertInto('coordination.inquiry')
    .values({
      id,
      request_id: requestId,
      region_id: regionId,
      why: inquiry.why,
      settles: inquiry.settles,
      asked_by: inquiry.askedBy.userId,
      asked_by_team: inquiry.askedBy.teamId,
      asked_at: tx.scope.now(),
      answer_by: inquiry.answerBy,
    })
    .execute()
  await tx.db
    .insertInto('coordination.inquiry_party')
    .values(
      inquiry.organizationIds.map((organizationId) => ({
        inquiry_id: id,
        organization_id: organizationId,
        team_id: inquiry.teamIds?.get(organizationId) ?? null,
        request_id: requestId,
        region_id: regionId,
      })),
    )
    .execute()
  return id
}

export type GivenAnswer = {
  answer: Answer
  startOn?: string
  dayparts?: readonly string[]
  reason?: string
  remark?: string
}

export async function saveAnswer(tx: Tx, inquiryId: string, organizationId: string, given: GivenAnswer): Promise<void> {
  const { actor } = tx.scope
  await tx.db
    .updateTable('coordination.inquiry_party')
    .set({
      answer: given.answer,
      start_on: given.startOn ?? null,
      dayparts: [...(given.dayparts ?? [])],
      reason: given.reason ?? null,
      remark: given.remark ?? null,
      answered_at: tx.scope.now(),
      answered_by: actor.kind === 'user' ? actor.userId : null,
    })
    .where('inquiry_id', '=', inquiryId)
    .where('organization_id', '=', organizationId)
    .execute()
}

/** What these said does not count any more: they have until this moment to answer anew. As the system. */
export async function askAgain(
  own: Tx,
  inquiryId: string,
  organizationIds: readonly string[],
  answerBy: Date,
): Promise<void> {
  await own.db.updateTable('coordination.inquiry').set({ answer_by: answerBy }).where('id', '=', inquiryId).execute()
  await own.db
    .updateTable('coordination.inquiry_party')
    .set({
      answer: null,
      start_on: null,
      dayparts: [],
      reason: null,
      remark: null,
      answered_at: null,
      answered_by: null,
      asked_again_at: own.scope.now(),
    })
    .where('inquiry_id', '=', inquiryId)
    .where('organization_id', 'in', [...organizationIds])
    .execute()
}

export type InquiryEnd = 'taken' | 'no-offer' | 'stopped' | 'withdrawn'

/**
 * Closes what runs; whoever had not answered has no answer, and at most one of the others is chosen, or several that each have a
 * part. As the system.
 */
export async function closeRunning(
  tx: Tx,
  requestId: string,
  how: InquiryEnd,
  chosenId?: string,
  chosenForParts: readonly string[] = [],
): Promise<void> {
  const closed = await tx.db
    .updateTable('coordination.inquiry')
    .set({ closed_at: tx.scope.now(), closed_how: how })
    .where('request_id', '=', requestId)
    .where('closed_at', 'is', null)
    .returning(['id', 'answer_by'])
    .executeTakeFirst()
  if (!closed) return
  const parties = await tx.db
    .updateTable('coordination.inquiry_party')
    .set({
      outcome: sql<string>`case when organization_id = ${chosenId ?? null}::uuid then 'chosen'
        when organization_id = any (${`{${chosenForParts.join(',')}}`}::uuid[]) then 'chosen-part'
        when answer is null then 'no-answer' else 'not-chosen' end`,
    })
    .where('inquiry_id', '=', closed.id)
    .returning(['organization_id', 'outcome'])
    .execute()
  if (closed.answer_by > tx.scope.now()) return
  const organizationIds = parties
    .filter(({ outcome }) => outcome === 'no-answer')
    .map(({ organization_id }) => organization_id)
  await record(tx, { kind: 'parties-silent', topics: [], subjectId: requestId, payload: { organizationIds } })
}

/**
 * The organisations that give care with a team in this postcode; when there is none, all that give care. For a request never one that
 * its client does not want.
 */
export async function listServing(tx: Tx, pc4: string, requestId?: string): Promise<string[]> {
  const serving = await tx.db
    .selectFrom('organizations.organization as o')
    .select('o.id')
    .where('o.region_id', '=', tx.scope.actor.regionId)
    .where('o.kind', '=', 'provider')
    .where('o.active', '=', true)
    .$if(requestId !== undefined, (query) => query.where(isWanted(requestId ?? '', 'o.id')))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('organizations.team as t')
          .innerJoin('organizations.service_area as a', 'a.team_id', 't.id')
          .select('t.id')
          .whereRef('t.organization_id', '=', 'o.id')
          .where('t.active', '=', true)
          .where('a.pc4', '=', pc4),
      ),
    )
    .orderBy('o.id')
    .execute()
  if (serving.length > 0) return serving.map(({ id }) => id)
  return listProviders(tx, requestId)
}

/** Of these organisations (or of all), those that give care in this region and that the client did not rule out. */
export async function listProviders(tx: Tx, requestId?: string, ids?: readonly string[]): Promise<string[]> {
  if (ids?.length === 0) return []
  const rows = await tx.db
    .selectFrom('organizations.organization')
    .select('id')
    .where('region_id', '=', tx.scope.actor.regionId)
    .where('kind', '=', 'provider')
    .where('active', '=', true)
    .$if(requestId !== undefined, (query) => query.where(isWanted(requestId ?? '', 'id')))
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The rule for whoever is asked or takes: not an organisation that the client does not want. */
export function isWanted(requestId: string, organization: 'id' | 'o.id'): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(organization)} <> all ((select requests.unwanted_by_client(${requestId}::uuid))::uuid[])`
}

/** Whether the client ruled this organisation out; it never hears whose wish that was. */
export async function isUnwanted(tx: Tx, requestId: string, organizationId: string): Promise<boolean> {
  const { rows } = await sql<{ unwanted: boolean }>`
    select ${organizationId}::uuid = any (requests.unwanted_by_client(${requestId}::uuid)) as unwanted`.execute(tx.db)
  return rows[0]?.unwanted ?? false
}
