import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#kernel/dates.ts'
import { build } from '#platform/database/single-client-driver.ts'
import type { Expected, Member } from '../rules/meeting/attendance.ts'
import type { Gathering } from '../rules/meeting/gathering.ts'

/** A meeting of a day, as it stands. */
export type Meeting = {
  id: string
  heldOn: LocalDate
  openedAt: Date
  openedByName: string
  closedAt: Date | null
  closedByName: string | null
  shownRequestId: string | null
  shownAt: Date | null
}

/** The meeting of this day, by its key; nothing when nobody opened it. */
export function meetingOn({ teamId, joint }: Gathering, on: LocalDate): RawBuilder<string> {
  return sql<string>`(select m.id from coordination.meeting m
    where m.coordinating_team_id = ${teamId} and m.joint = ${joint} and m.held_on = ${on})`
}

export function selectMeetings() {
  return build
    .selectFrom('coordination.meeting as m')
    .select([
      'm.id',
      'm.held_on as heldOn',
      'm.opened_at as openedAt',
      'm.opened_by_name as openedByName',
      'm.closed_at as closedAt',
      'm.closed_by_name as closedByName',
      'm.shown_request_id as shownRequestId',
      'm.shown_at as shownAt',
    ])
}

export type Attendant = {
  roleId: string
  name: string
  organizationId: string
  organizationName: string
  userId: string | null
  leads: boolean
}

export function selectAttendance(meetingId: RawBuilder<string>) {
  return build
    .selectFrom('coordination.meeting_attendance as a')
    .innerJoin('organizations.organization as o', 'o.id', 'a.organization_id')
    .select([
      'a.practitioner_role_id as roleId',
      'a.name',
      'a.organization_id as organizationId',
      'o.name as organizationName',
      'a.user_id as userId',
      'a.leads',
    ])
    .where('a.meeting_id', '=', meetingId)
    .orderBy('o.name')
    .orderBy('a.name')
}

/** Who sits in the team, for which organisation; at the joint meeting those of every team. */
export function selectMembers({ teamId, joint }: Gathering) {
  return selectMembersOf(joint ? sql<boolean>`true` : sql<boolean>`t.id = ${teamId}`)
}

/** The same of a meeting that was held, of which only the database knows whose it was. */
export function selectMembersAt(meetingId: RawBuilder<string>) {
  return selectMembersOf(sql<boolean>`exists (select from coordination.meeting held
    where held.id = ${meetingId} and (held.joint or held.coordinating_team_id = t.id))`)
}

function selectMembersOf(team: RawBuilder<boolean>) {
  return build
    .selectFrom('people.practitioner_role as p')
    .innerJoin('people.practitioner as person', 'person.id', 'p.practitioner_id')
    .innerJoin('organizations.organization as o', 'o.id', 'p.organization_id')
    .select(['p.id as roleId', 'person.name', 'o.id as organizationId', 'o.name as organizationName'])
    .where('p.active', '=', true)
    .where('p.role', '=', 'nurse')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('people.coordinating_team_member as m')
          .innerJoin('organizations.coordinating_team as t', 't.id', 'm.coordinating_team_id')
          .select('m.practitioner_role_id')
          .whereRef('m.practitioner_role_id', '=', 'p.id')
          .where('t.active', '=', true)
          .where(team),
      ),
    )
    .orderBy('o.name')
    .orderBy('person.name')
    .$castTo<Member>()
}

/** Who was to come on a day of the week. */
export function selectRota({ teamId }: Gathering, weekday: number) {
  return build
    .selectFrom('coordination.meeting_rota')
    .select(['organization_id as organizationId', 'attends', 'stands_in as standsIn'])
    .where('coordinating_team_id', '=', teamId)
    .where('weekday', '=', weekday)
    .$castTo<Expected>()
}

/** The same of the day of a meeting that was held. */
export function selectRotaAt(meetingId: RawBuilder<string>) {
  return build
    .selectFrom('coordination.meeting as held')
    .innerJoin('coordination.meeting_rota as rota', 'rota.coordinating_team_id', 'held.coordinating_team_id')
    .select(['rota.organization_id as organizationId', 'rota.attends', 'rota.stands_in as standsIn'])
    .where('held.id', '=', meetingId)
    .where(sql<boolean>`rota.weekday = extract(isodow from held.held_on)`)
    .$castTo<Expected>()
}

export type Setting = { weekdays: number[]; startsAt: string; minutes: number; videoUrl: string | null }

export function selectSetting({ teamId }: Gathering) {
  return build
    .selectFrom('coordination.meeting_setting')
    .select(['weekdays', 'starts_at as startsAt', 'minutes', 'video_url as videoUrl'])
    .where('coordinating_team_id', '=', teamId)
}
