import { localDateOf } from '#kernel/dates.ts'
import { audit } from '#modules/audit/index.ts'
import { record } from '#platform/database/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import { canTakePart, type Gathering } from '../rules/meeting/gathering.ts'

/** Everyone who has this meeting open hears of it: a number of the meeting or of a request, never more. */
export const topicOf = ({ teamId, joint }: Gathering): string => `meeting:${teamId}${joint ? ':joint' : ''}`

/** What a page does when it hears it: begin or end, look at another item, or only at what stands around it. */
export const meetingTurned = 'meeting-turned'
export const meetingShown = 'meeting-shown'
export const meetingChanged = 'meeting-changed'

export type Today = { id: string; closedAt: Date | null }

export async function findToday(tx: Tx, { teamId, joint }: Gathering): Promise<Today | undefined> {
  return tx.db
    .selectFrom('coordination.meeting')
    .select(['id', 'closed_at as closedAt'])
    .where('coordinating_team_id', '=', teamId)
    .where('joint', '=', joint)
    .where('held_on', '=', localDateOf(tx.scope.now()))
    .forUpdate()
    .executeTakeFirst()
}

export async function getToday(tx: Tx, gathering: Gathering): Promise<Today> {
  const found = await findToday(tx, gathering)
  if (!found) throw new NotFound()
  return found
}

export function tell(tx: Tx, gathering: Gathering, kind: string, subjectId: string): Promise<void> {
  return record(tx, { kind, topics: [topicOf(gathering)], subjectId })
}

export function auditMeeting(tx: Tx, { teamId }: Gathering, meetingId: string, event: string): Promise<void> {
  return audit(tx, {
    event,
    action: 'U',
    objectType: 'coordinating-team',
    objectId: teamId,
    fields: [meetingId],
    legalBasis: 'coordination',
    rule: canTakePart.name,
  })
}
