import { sql } from 'kysely'
import type { UserActor } from '#kernel/actor.ts'
import { type LocalDate, localDateOf } from '#kernel/dates.ts'
import { newId } from '#kernel/ids.ts'
import { asSystem } from '#platform/database/as-system.ts'
import type { DomainEvent } from '#platform/database/events.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type DecisionCode, decisionOf } from '../rules/meeting/decision.ts'

/** One line of the minutes. */
export type Decision = {
  id: string
  requestId: string
  number: string
  at: Date
  byName: string
  byOrganizationName: string | null
  code: DecisionCode
  organizationId: string | null
  organizationName: string | null
  facts: { count?: number; until?: LocalDate; text?: string }
}

/** The same on the page of a request: in which meeting. */
export type DiscussedLine = Decision & { meetingId: string; heldOn: LocalDate; joint: boolean; teamName: string }

/** What was decided in a meeting, in order. */
export function selectDecisions(meetingId: ReturnType<typeof sql<string>>) {
  return selectFromDecisions().where('d.meeting_id', '=', meetingId)
}

/** The meetings in which a request was spoken about, for its own page. */
export function selectDecisionsOf(requestId: string) {
  return selectFromDecisions()
    .innerJoin('coordination.meeting as m', 'm.id', 'd.meeting_id')
    .innerJoin('organizations.coordinating_team as t', 't.id', 'm.coordinating_team_id')
    .select(['m.id as meetingId', 'm.held_on as heldOn', 'm.joint', 't.name as teamName'])
    .where('d.request_id', '=', requestId)
}

function selectFromDecisions() {
  return build
    .selectFrom('coordination.meeting_decision as d')
    .leftJoin('requests.care_request as r', 'r.id', 'd.request_id')
    .leftJoin('organizations.organization as o', 'o.id', 'd.organization_id')
    .leftJoin('organizations.organization as b', 'b.id', 'd.by_organization_id')
    .select([
      'd.id',
      'd.request_id as requestId',
      sql<string>`coalesce(r.number, d.facts ->> 'number')`.as('number'),
      'd.at',
      'd.by_name as byName',
      'b.name as byOrganizationName',
      'd.code',
      'd.organization_id as organizationId',
      'o.name as organizationName',
      'd.facts',
    ])
    .orderBy('d.at')
    .orderBy('d.id')
}

type Running = { id: string; coordinating_team_id: string; joint: boolean; shown_request_id: string | null }

/**
 * Decisions are the minutes: whatever somebody does with a request while their team meets is written down in the transaction of
 * the command itself, wherever they did it. It counts for a meeting when it is about what that meeting looks at, or when who did
 * it sits there.
 */
export async function noteMove(tx: Tx, event: DomainEvent): Promise<void> {
  const caller = tx.scope.caller ?? tx.scope.actor
  if (caller.kind !== 'user' || decisionOf(event.payload?.code, undefined) === undefined) return
  const teams = event.topics.flatMap((topic) => (topic.startsWith('team:') ? [topic.slice('team:'.length)] : []))
  const running = await listRunning(tx, teams)
  if (running.length === 0) return
  await asSystem(tx, 'note-decision', async (own) => {
    const inquiry = await findNewestInquiry(own, event.subjectId)
    const code = decisionOf(event.payload?.code, inquiry?.why)
    if (!code) return
    const asking = code === 'assigned' || code === 'asked'
    const told = event.payload?.organizationId
    for (const meeting of running) {
      if (meeting.shown_request_id !== event.subjectId && !(await sitsIn(own, meeting.id, caller))) continue
      await insertDecision(own, meeting, caller, {
        requestId: event.subjectId,
        code,
        organizationId: code === 'assigned' ? inquiry?.organizationId : typeof told === 'string' ? told : undefined,
        facts: asking && inquiry ? { count: inquiry.count } : {},
      })
    }
  })
}

function listRunning(tx: Tx, teamIds: readonly string[]): Promise<Running[]> {
  if (teamIds.length === 0) return Promise.resolve([])
  return tx.db
    .selectFrom('coordination.meeting')
    .select(['id', 'coordinating_team_id', 'joint', 'shown_request_id'])
    .where('coordinating_team_id', 'in', [...teamIds])
    .where('closed_at', 'is', null)
    .where('held_on', '=', localDateOf(tx.scope.now()))
    .execute()
}

/** Said so themselves, or was ticked off by another. */
async function sitsIn(own: Tx, meetingId: string, { userId }: UserActor): Promise<boolean> {
  const found = await own.db
    .selectFrom('coordination.meeting_attendance as a')
    .innerJoin('people.practitioner_role as p', 'p.id', 'a.practitioner_role_id')
    .innerJoin('people.user_account as u', 'u.practitioner_id', 'p.practitioner_id')
    .select('a.meeting_id')
    .where('a.meeting_id', '=', meetingId)
    .where('u.id', '=', userId)
    .executeTakeFirst()
  return found !== undefined
}

async function findNewestInquiry(own: Tx, requestId: string) {
  return own.db
    .selectFrom('coordination.inquiry as i')
    .innerJoin('coordination.inquiry_party as p', 'p.inquiry_id', 'i.id')
    .select([
      'i.why',
      sql<string>`min(p.organization_id::text)`.as('organizationId'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('i.request_id', '=', requestId)
    .groupBy('i.id')
    .orderBy('i.asked_at', 'desc')
    .orderBy('i.id', 'desc')
    .executeTakeFirst()
}

/** The newest line of the minutes about this request, when there is one. As the system. */
export function findLastDecision(own: Tx, meetingId: string, requestId: string) {
  return own.db
    .selectFrom('coordination.meeting_decision')
    .select(['code', 'by_name as byName', 'facts'])
    .where('meeting_id', '=', meetingId)
    .where('request_id', '=', requestId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .$castTo<{ code: DecisionCode; byName: string; facts: Noted['facts'] }>()
    .executeTakeFirst()
}

type Noted = {
  requestId: string
  code: DecisionCode
  organizationId?: string
  facts: { count?: number; until?: LocalDate; text?: string }
}

/** Writes a line of the minutes. As the system. */
export async function insertDecision(
  own: Tx,
  meeting: Pick<Running, 'id' | 'coordinating_team_id' | 'joint'>,
  caller: UserActor,
  { requestId, code, organizationId, facts }: Noted,
): Promise<void> {
  const { number } = await own.db
    .selectFrom('requests.care_request')
    .select('number')
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow()
  await own.db
    .insertInto('coordination.meeting_decision')
    .values({
      id: newId(),
      meeting_id: meeting.id,
      region_id: own.scope.actor.regionId,
      coordinating_team_id: meeting.coordinating_team_id,
      joint: meeting.joint,
      request_id: requestId,
      at: own.scope.now(),
      by_name: caller.name,
      by_organization_id: caller.organizationId,
      code,
      organization_id: organizationId ?? null,
      // The number stays readable in the minutes for who lost sight of the request since.
      facts: JSON.stringify({ ...facts, number }),
    })
    .execute()
}
