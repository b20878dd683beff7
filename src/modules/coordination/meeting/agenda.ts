import { type RawBuilder, sql } from 'kysely'
import { addDays, type LocalDate } from '#kernel/dates.ts'
import { waitingStates } from '#modules/requests/index.ts'
import { type ListRow, selectHeldCards } from '../list/list.ts'
import { literally } from '../literally.ts'
import { type AgendaFacts, type AgendaItem, type AgendaMoment, agendaOf, type Mark } from '../rules/meeting/agenda.ts'
import type { Gathering } from '../rules/meeting/gathering.ts'

/** Who was asked, and how many answered; of an assignment the one organisation that must confirm. */
export type Asked = { why: string; asked: number; answered: number; offers: number; organizationId: string | null }

export type AgendaRow = ListRow &
  AgendaFacts & {
    asked: Asked | null
    /** When it was spoken about before, in another meeting of the same team. */
    discussedOn: LocalDate | null
  }

/** More than a morning can hold; what stands further down is on the list. */
export const longestAgenda = 200

/** Since when new is new: the meeting before today's, or a day. */
export function sinceOf({ teamId, joint }: Gathering, today: LocalDate, now: Date): RawBuilder<Date> {
  return sql<Date>`coalesce((select max(earlier.opened_at) from coordination.meeting earlier
    where earlier.coordinating_team_id = ${teamId} and earlier.joint = ${joint} and earlier.held_on < ${today}),
    ${new Date(now.getTime() - 86_400_000)}::timestamptz)`
}

/** The cards that may be on the agenda, by indexes that stay small however many requests there were. */
export function selectAgenda(gathering: Gathering, moment: { today: LocalDate; now: Date }, steps: readonly string[]) {
  const { teamId, joint } = gathering
  return (
    selectHeldCards()
      .leftJoin('coordination.agenda_mark as mark', (join) =>
        join
          .onRef('mark.request_id', '=', 'r.id')
          .on('mark.coordinating_team_id', '=', teamId)
          .on('mark.joint', '=', joint),
      )
      .select([
        'r.version',
        sql<Mark | undefined>`case when mark.kind is null then null
        else jsonb_build_object('kind', mark.kind, 'until', mark.until_on, 'version', mark.version) end`.as('mark'),
        askedOf.as('asked'),
        sql<LocalDate | null>`(select max(m.held_on)::text from coordination.meeting_decision d
        join coordination.meeting m on m.id = d.meeting_id
        where d.request_id = r.id and d.coordinating_team_id = ${teamId} and m.held_on < ${moment.today})`.as(
          'discussedOn',
        ),
      ])
      // As a list that is known first: as a set to join with, a region's whole history was read to find these few.
      .where(sql<boolean>`r.id = any (array(${joint ? idsOfJoint(steps) : idsOfTeam(gathering, moment)}))`)
      .limit(longestAgenda)
  )
}

const askedOf = sql<Asked | null>`case when r.state in ('offered', 'proposed') then (
  select jsonb_build_object('why', min(i.why), 'asked', count(*), 'answered', count(p.answer),
    'offers', count(*) filter (where p.answer in ('can-take', 'other-date', 'part')),
    'organizationId', min(p.organization_id::text) filter (where i.why = 'assignment'))
  from coordination.inquiry i join coordination.inquiry_party p on p.inquiry_id = i.id
  where i.request_id = r.id and i.closed_at is null having count(*) > 0) end`

function idsOfTeam(gathering: Gathering, { today, now }: { today: LocalDate; now: Date }) {
  const team = sql`${gathering.teamId}::uuid`
  const waiting = sql.join(literally(waitingStates))
  return sql<string>`select id from requests.care_request where state in (${waiting}) and (coordinating_team_id = ${team}
      or holder_coordinating_team_id = ${team} or shown_to_teams && array[${team}])
    union all select id from requests.care_request where state = 'assigned' and coordinating_team_id = ${team}
      and (escalation_level > 0 or act_by <= ${now} or start_on <= ${addDays(today, 1)}
        or greatest(state_since, date_changed_at) > ${sinceOf(gathering, today, now)})`
}

function idsOfJoint(steps: readonly string[]) {
  return sql<string>`select id from requests.care_request where state in (${sql.join(literally(waitingStates))})
    and escalation_step = any (${`{${steps.join(',')}}`}::text[])`
}

export function toAgenda(rows: readonly AgendaRow[], moment: AgendaMoment): AgendaItem<AgendaRow>[] {
  return agendaOf(rows, moment)
}
