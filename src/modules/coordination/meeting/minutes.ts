import { sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import { auditingWhen } from '#modules/audit/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { AgendaReason } from '../rules/meeting/agenda.ts'
import { type Seat, seatsOf } from '../rules/meeting/attendance.ts'
import { canReadMinutes, type Gathering } from '../rules/meeting/gathering.ts'
import { type Decision, selectDecisions } from './decisions.ts'
import {
  type Attendant,
  type Meeting,
  selectAttendance,
  selectMeetings,
  selectMembersAt,
  selectRotaAt,
} from './store.ts'

export type LeftOpen = { requestId: string; number: string | null; reason: AgendaReason }

/** What was decided in one meeting, by whom, and what remains. No identity stands in it, also not of whom one's own team took. */
export type Minutes = {
  gathering: Gathering
  teamName: string
  meeting: Meeting
  decisions: Decision[]
  attendance: Attendant[]
  seats: Seat[]
  leftOpen: LeftOpen[]
}

/** Reads it in one round trip, with its row in the log. Throws `NotFound` for who does not sit there. */
export async function getMinutes(scope: Scope, meetingId: string): Promise<Minutes> {
  const id = sql<string>`${meetingId}::uuid`
  const { meetings, ...answer } = await read(scope, {
    meetings: selectMeetings()
      .innerJoin('organizations.coordinating_team as t', 't.id', 'm.coordinating_team_id')
      .select(['m.coordinating_team_id as teamId', 'm.joint', 't.name as teamName'])
      .where('m.id', '=', id),
    decisions: selectDecisions(id),
    attendance: selectAttendance(id),
    members: selectMembersAt(id),
    rota: selectRotaAt(id),
    leftOpen: build
      .selectFrom('coordination.meeting_left_open as l')
      .leftJoin('requests.care_request as r', 'r.id', 'l.request_id')
      .select(['l.request_id as requestId', 'r.number', 'l.reason'])
      .where('l.meeting_id', '=', id)
      .orderBy('l.place'),
    told: toldOfMinutes(scope, meetingId),
  })
  const [found] = meetings
  if (!found) throw new NotFound()
  const { teamId, joint, teamName, ...meeting } = found
  const gathering = { teamId, joint }
  if (!canReadMinutes(scope.actor, gathering)) throw new NotFound()
  return {
    gathering,
    teamName,
    meeting,
    decisions: answer.decisions as Decision[],
    attendance: answer.attendance,
    seats: seatsOf(answer.members, answer.rota, answer.attendance),
    leftOpen: answer.leftOpen as LeftOpen[],
  }
}

/** Only of minutes that are there for this actor. */
function toldOfMinutes(scope: Scope, meetingId: string) {
  const row = auditingWhen(
    scope,
    {
      event: 'meeting.minutes',
      action: 'R',
      objectType: 'meeting',
      objectId: meetingId,
      fields: ['minutes'],
      legalBasis: 'coordination',
      rule: canReadMinutes.name,
    },
    sql`exists (select from coordination.meeting m where m.id = ${meetingId})`,
  )
  return { compile: () => row.compile(build) }
}

export type HeldMeeting = Meeting & { decided: number; left: number; present: number }

const mostMeetings = 60

/** The meetings that were held, newest first. */
export async function listHeld(
  scope: Scope,
  { teamId, joint }: Gathering,
): Promise<{ teamName: string; held: HeldMeeting[] }> {
  const { teams, held } = await read(scope, {
    teams: build.selectFrom('organizations.coordinating_team').select('name').where('id', '=', teamId),
    held: selectMeetings()
      .select([
        sql<number>`(select count(distinct d.request_id)::int from coordination.meeting_decision d
          where d.meeting_id = m.id and d.code <> 'postponed')`.as('decided'),
        sql<number>`(select count(*)::int from coordination.meeting_left_open l where l.meeting_id = m.id)`.as('left'),
        sql<number>`(select count(*)::int from coordination.meeting_attendance a where a.meeting_id = m.id)`.as(
          'present',
        ),
      ])
      .where('m.coordinating_team_id', '=', teamId)
      .where('m.joint', '=', joint)
      .orderBy('m.held_on', 'desc')
      .limit(mostMeetings),
  })
  const [team] = teams
  if (!team) throw new NotFound()
  return { teamName: team.name, held }
}

/** The day in the name of a file: `verslag-2026-11-23.pdf`. */
export const fileNameOf = ({ heldOn }: { heldOn: LocalDate }) => `verslag-${heldOn}.pdf`
