import type pg from 'pg'
import { addDays, instantOf, type LocalDate, localDateOf } from '#kernel/dates.ts'
import { meetsOn, usualSetting } from '#modules/coordination/rules/meeting/days.ts'

/** So many days back a team can look up what it agreed. */
const days = 10
/** The team whose meeting goes on when the region is made. */
const meetsNow = 'arnhem-centrum'
const minute = 60_000

/**
 * The meetings of the last days of every team, as far as they follow from what happened: who took something in the hours after was
 * spoken of, what nobody took that day remained. And one that goes on now. Made from the rows that are there, by hashes instead of
 * chance, so that one seed makes one region.
 */
export async function holdMeetings(client: pg.Client, now: Date): Promise<void> {
  await client.query(setting, [usualSetting.startsAt, usualSetting.minutes])
  await client.query(rota)
  for (const on of meetingDays(localDateOf(now))) {
    const opened = instantOf(on, usualSetting.startsAt)
    if (opened.getTime() + 60 * minute > now.getTime()) continue
    await client.query(meetings, [on, opened])
    await client.query(attendance, [on])
    await client.query(decisions, [on])
    await client.query(remaining, [on])
  }
  await client.query(running, [meetsNow, localDateOf(now), new Date(now.getTime() - 6 * minute), now])
  await client.query(sitting, [meetsNow, localDateOf(now)])
}

function meetingDays(today: LocalDate): LocalDate[] {
  const found: LocalDate[] = []
  for (let date = addDays(today, -1); found.length < days; date = addDays(date, -1))
    if (meetsOn(date, usualSetting.weekdays)) found.unshift(date)
  return found
}

/** Only where a region agreed to meet. */
const meets = `(select id from regions.region where way_of_working ->> 'distribution' = 'meeting')`

const setting = `
  insert into coordination.meeting_setting (coordinating_team_id, region_id, weekdays, starts_at, minutes, video_url)
  select id, region_id, '{1,2,3,4,5}', $1::text, $2::int, 'https://beeld.example.nl/' || slug
  from organizations.coordinating_team where active and kind <> 'desk' and region_id in ${meets}`

/** Of each organisation in a team the first comes, another on Wednesday and Friday, and who is left stands in. */
const rota = `
  with seat as (
    select m.coordinating_team_id as team, p.region_id, p.organization_id, array_agg(p.id order by p.id) as people
    from people.coordinating_team_member m join people.practitioner_role p on p.id = m.practitioner_role_id
    join organizations.coordinating_team t on t.id = m.coordinating_team_id and t.kind <> 'desk'
    where p.active and p.role = 'nurse' and t.region_id in ${meets} group by 1, 2, 3
  )
  insert into coordination.meeting_rota (coordinating_team_id, region_id, weekday, organization_id, attends, stands_in)
  select team, region_id, day, organization_id, people[1 + (case when day in (3, 5) then 1 else 0 end) % cardinality(people)],
    case when cardinality(people) > 1 then people[1 + (case when day in (3, 5) then 0 else 1 end) % cardinality(people)] end
  from seat, generate_series(1, 5) day`

const meetings = `
  insert into coordination.meeting (id, region_id, coordinating_team_id, held_on, opened_at, opened_by_name, closed_at, closed_by_name)
  select md5('meeting' || t.id || $1::text)::uuid, t.region_id, t.id, $1::text::date, at.opened, lead.name,
    at.opened + (9 + (hashtext(t.slug || $1::text) & 65535) % 7) * interval '1 minute', lead.name
  from organizations.coordinating_team t
  cross join lateral (select $2::timestamptz + ((hashtext($1::text || t.slug) & 65535) % 4) * interval '1 minute' as opened) at
  cross join lateral (select n.name from coordination.meeting_rota r
    join people.practitioner_role p on p.id = r.attends join people.practitioner n on n.id = p.practitioner_id
    where r.coordinating_team_id = t.id and r.weekday = extract(isodow from $1::text::date)
    order by hashtext(r.organization_id::text || $1::text) limit 1) lead
  where t.active and t.kind <> 'desk' and t.region_id in ${meets}`

/** One in six could not come; of those every other sent who stands in. */
const attendance = `
  insert into coordination.meeting_attendance
    (meeting_id, practitioner_role_id, region_id, coordinating_team_id, joint, organization_id, name, leads, came_at)
  select m.id, p.id, m.region_id, m.coordinating_team_id, false, r.organization_id, n.name, n.name = m.opened_by_name, m.opened_at
  from coordination.meeting m
  join coordination.meeting_rota r on r.coordinating_team_id = m.coordinating_team_id
    and r.weekday = extract(isodow from m.held_on)
  cross join lateral (select (hashtext(r.organization_id::text || m.id) & 65535) % 12 as lot) draw
  join people.practitioner_role p on p.id = case when lot > 1 then r.attends when lot = 1 then r.stands_in end
  join people.practitioner n on n.id = p.practitioner_id
  where m.held_on = $1::text::date`

/** What waited when the meeting began, with who took it later, if anybody did. */
const waited = `
  select m.id as meeting_id, m.region_id, m.coordinating_team_id, m.opened_at, m.closed_at, m.opened_by_name,
    r.id as request_id, r.number, r.submitted_at, a.organization_id, a.taken_at
  from coordination.meeting m
  join requests.care_request r on r.coordinating_team_id = m.coordinating_team_id
    and r.submitted_at between m.opened_at - interval '14 days' and m.opened_at
    and coalesce(r.ended_at, 'infinity') > m.opened_at
  left join lateral (select organization_id, taken_at from coordination.assignment
    where request_id = r.id order by taken_at limit 1) a on true
  where m.held_on = $1::text::date and coalesce(a.taken_at, 'infinity') > m.opened_at`

const decisions = `
  insert into coordination.meeting_decision (id, meeting_id, region_id, coordinating_team_id, joint, request_id, at, by_name,
    by_organization_id, code, organization_id, facts)
  select md5('decision' || w.meeting_id || w.request_id)::uuid, w.meeting_id, w.region_id, w.coordinating_team_id, false,
    w.request_id, case when w.taken_at < w.closed_at then w.taken_at else w.opened_at + row_number() over
      (partition by w.meeting_id order by w.submitted_at) * interval '50 seconds' end,
    w.opened_by_name, a.organization_id,
    case when w.taken_at < w.closed_at then 'taken' else 'noted' end,
    w.organization_id,
    jsonb_build_object('number', w.number) || case when w.taken_at < w.closed_at then '{}'::jsonb
      else jsonb_build_object('text', o.name || ' kijkt vandaag of het in een route past en neemt het dan') end
  from (${waited}) w
  join organizations.organization o on o.id = w.organization_id
  left join coordination.meeting_attendance a on a.meeting_id = w.meeting_id and a.leads
  where w.taken_at < w.opened_at + interval '10 hours'`

const remaining = `
  insert into coordination.meeting_left_open
    (meeting_id, request_id, region_id, coordinating_team_id, joint, place, reason)
  select w.meeting_id, w.request_id, w.region_id, w.coordinating_team_id, false,
    row_number() over (partition by w.meeting_id order by w.submitted_at) - 1,
    case when w.submitted_at > w.opened_at - interval '1 day' then 'new' else 'still-open' end
  from (${waited}) w
  where w.taken_at is null or w.taken_at >= w.opened_at + interval '10 hours'`

/** Opened by a colleague, so that whoever tries it can still join, follow or lead. */
const running = `
  insert into coordination.meeting (id, region_id, coordinating_team_id, held_on, opened_at, opened_by_name, shown_request_id, shown_at)
  select md5('running' || t.id)::uuid, t.region_id, t.id, $2::date, $3::timestamptz, 'Samira El Haddaoui', first.id, $4::timestamptz
  from organizations.coordinating_team t
  cross join lateral (select r.id from requests.care_request r
    where r.coordinating_team_id = t.id and r.state = 'listed'
    order by (r.escalation_level > 0) desc, r.list_rank, r.act_by limit 1) first
  where t.slug = $1`

/** One of each organisation but two, so that the screen tells who is missing. */
const sitting = `
  insert into coordination.meeting_attendance
    (meeting_id, practitioner_role_id, region_id, coordinating_team_id, joint, organization_id, name, user_id, leads, came_at)
  select distinct on (p.organization_id) m.id, p.id, m.region_id, m.coordinating_team_id, false, p.organization_id, n.name,
    u.id, n.name = m.opened_by_name, m.opened_at
  from coordination.meeting m
  join organizations.coordinating_team t on t.id = m.coordinating_team_id and t.slug = $1
  join people.coordinating_team_member c on c.coordinating_team_id = t.id
  join people.practitioner_role p on p.id = c.practitioner_role_id and p.active and p.role = 'nurse'
  join people.practitioner n on n.id = p.practitioner_id
  join organizations.organization o on o.id = p.organization_id
  left join people.user_account u on u.practitioner_id = n.id
  where m.held_on = $2::date and o.slug not in ('kindzorg-vlinderpad', 'nachtlicht', 'nachtlicht-zorg', 'rijnbocht')
  order by p.organization_id, (n.name = m.opened_by_name) desc, (u.id is not null) desc, p.id`
