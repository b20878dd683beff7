import { sql } from 'kysely'
import { type LocalDate, localDateOf, weekdayOf } from '#kernel/dates.ts'
import { isId } from '#kernel/ids.ts'
import { auditing } from '#modules/audit/index.ts'
import { getRegion } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'
import { build } from '#platform/database/single-client-driver.ts'
import { type RowsOf, read } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/http/faults.ts'
import type { AgendaItem } from '../rules/meeting/agenda.ts'
import { toldOnly } from '../rules/meeting/agenda.ts'
import { type Member, type Seat, seatsOf } from '../rules/meeting/attendance.ts'
import { usualSetting } from '../rules/meeting/days.ts'
import { settles } from '../rules/meeting/decision.ts'
import { canAttend, canTakePart, type Gathering, jointSteps } from '../rules/meeting/gathering.ts'
import { type AgendaRow, selectAgenda, sinceOf, toAgenda } from './agenda.ts'
import { type Decision, selectDecisions } from './decisions.ts'
import {
  type Attendant,
  type Meeting,
  meetingOn,
  type Setting,
  selectAttendance,
  selectMeetings,
  selectMembers,
  selectRota,
  selectSetting,
} from './store.ts'

/** All that stands around the request that is spoken about: the agenda, who is there, what was decided. */
export type Table = {
  gathering: Gathering
  teamName: string
  today: LocalDate
  setting: Setting
  /** Of today; undefined before anybody opened it. */
  meeting: Meeting | undefined
  /** What is to be spoken about, in order; what was decided in this meeting is no longer in it. */
  agenda: AgendaItem<AgendaRow>[]
  decisions: Decision[]
  attendance: Attendant[]
  /** Who may come. */
  members: Member[]
  seats: Seat[]
  /** This actor's own line of the attendance, when there is one. */
  own: Attendant | undefined
  takesPart: boolean
}

/** Whether it goes on now. */
export const isRunning = ({ meeting }: Pick<Table, 'meeting'>): boolean => meeting !== undefined && !meeting.closedAt

/** How many on the agenda still want a decision. */
export const toDecide = ({ agenda }: Pick<Table, 'agenda'>): number =>
  agenda.filter(({ reason, postponedUntil }) => !toldOnly.includes(reason) && !postponedUntil).length

/** Reads it in one round trip, with the row of the log. Throws `NotFound` for who does not sit there. */
export async function getTable(scope: Scope, gathering: Gathering): Promise<Table> {
  return toTable(scope, gathering, await read(scope, await tableQuestions(scope, gathering)))
}

/** What is asked for it: a page that shows more asks the rest along with it. Throws `NotFound` for who does not sit there. */
export async function tableQuestions(scope: Scope, gathering: Gathering) {
  if (!canAttend(scope.actor, gathering)) throw new NotFound()
  const now = scope.now()
  const today = localDateOf(now)
  const { wayOfWorking } = await getRegion(scope)
  const id = meetingOn(gathering, today)
  return {
    teams: build
      .selectFrom('organizations.coordinating_team')
      .select(['name', sinceOf(gathering, today, now).as('since')])
      .where('id', '=', gathering.teamId)
      .where('active', '=', true),
    settings: selectSetting(gathering),
    meetings: selectMeetings().where('m.id', '=', id),
    agenda: selectAgenda(gathering, { today, now }, jointSteps(wayOfWorking.ladder)),
    decisions: selectDecisions(id),
    attendance: selectAttendance(id),
    members: selectMembers(gathering),
    rota: selectRota(gathering, weekdayOf(today)),
    toldOfAgenda: auditing(scope, {
      event: 'meeting.agenda',
      action: 'R',
      objectType: 'coordinating-team',
      objectId: gathering.teamId,
      fields: ['card'],
      legalBasis: 'coordination',
      rule: canAttend.name,
    }),
  }
}

type TableAnswers = RowsOf<Awaited<ReturnType<typeof tableQuestions>>>

/** Throws `NotFound` when there is no such team. */
export function toTable(scope: Scope, gathering: Gathering, answers: TableAnswers): Table {
  const { actor } = scope
  const now = scope.now()
  const today = localDateOf(now)
  const [team] = answers.teams
  if (!team) throw new NotFound()
  const { attendance, members } = answers
  const decisions = answers.decisions as Decision[]
  return {
    gathering,
    teamName: team.name,
    today,
    setting: answers.settings[0] ?? { ...usualSetting, weekdays: [...usualSetting.weekdays], videoUrl: null },
    meeting: answers.meetings[0],
    agenda: withoutDecided(
      toAgenda(answers.agenda as unknown as AgendaRow[], { now, today, since: team.since }),
      decisions,
    ),
    decisions,
    attendance,
    members,
    seats: seatsOf(members, answers.rota, attendance),
    own: attendance.find(({ userId }) => actor.kind === 'user' && userId === actor.userId),
    takesPart: canTakePart(actor, gathering),
  }
}

/** Spoken about is spoken about; what came back or moved up since stands on the agenda again. */
function withoutDecided(agenda: AgendaItem<AgendaRow>[], decisions: readonly Decision[]): AgendaItem<AgendaRow>[] {
  const last = new Map(decisions.map((decision) => [decision.requestId, decision]))
  return agenda.filter(({ facts, reason, postponedUntil }) => {
    const decided = last.get(facts.id)
    if (!decided || postponedUntil || !settles(decided.code)) return true
    if (decided.code === 'noted') return false
    return facts.state === 'listed' || reason === 'escalated'
  })
}

/** The meeting of a team, or the joint one; what this actor does not sit in does not exist for them (`NotFound`). */
export async function getGathering(scope: Scope, of: string | typeof jointly): Promise<Gathering> {
  const gathering = of === jointly ? await getJoint(scope) : { teamId: of, joint: false }
  if (!isId(gathering.teamId) || !canAttend(scope.actor, gathering)) throw new NotFound()
  return gathering
}

/** How programs name the discussion of all teams together. */
export const jointly = 'joint'

/** The desk of a region, whose the joint discussion is; `NotFound` where a region agreed on none. */
async function getJoint(scope: Scope): Promise<Gathering> {
  const { wayOfWorking } = await getRegion(scope)
  if (jointSteps(wayOfWorking.ladder).length === 0) throw new NotFound()
  return { teamId: wayOfWorking.fallbackDeskId, joint: true }
}

/** For each team of this actor whether it meets now and how much waits, for the page to choose from. */
export function selectOwnMeetings(teamIds: readonly string[], today: LocalDate) {
  const ids = `{${teamIds.join(',')}}`
  return build
    .selectFrom('organizations.coordinating_team as t')
    .leftJoin('coordination.meeting_setting as s', 's.coordinating_team_id', 't.id')
    .leftJoin('coordination.meeting as m', (join) =>
      join.onRef('m.coordinating_team_id', '=', 't.id').on('m.joint', '=', false).on('m.held_on', '=', today),
    )
    .select([
      't.id',
      't.name',
      's.starts_at as startsAt',
      's.weekdays',
      'm.opened_at as openedAt',
      'm.closed_at as closedAt',
      sql<number>`(select count(*)::int from requests.care_request r where r.coordinating_team_id = t.id
        and r.state in ('triage', 'listed', 'offered', 'proposed'))`.as('waiting'),
    ])
    .where('t.id', '=', sql<string>`any (${ids}::uuid[])`)
    .where('t.active', '=', true)
    .orderBy('t.name')
}
