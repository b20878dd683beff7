import pg from 'pg'
import type { BenchRegion } from './region.ts'

const dayparts = ['morning', 'afternoon', 'evening', 'night']

/** As many teams as wanted, with the areas of those that are there, and a light everywhere for four weeks, or for so many days. */
export async function giveTeams({ owner }: BenchRegion, wanted: number, today: string, days = 28): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(
    `with extra as (
       insert into organizations.team (id, region_id, organization_id, name, phone, care_kinds, expertises)
       select gen_random_uuid(), t.region_id, t.organization_id, t.name || ' ' || n, t.phone, t.care_kinds, t.expertises
       from (select *, row_number() over (order by id) as place, count(*) over () as all_teams from organizations.team) t
       cross join generate_series(2, $1::int / 10 + 2) n
       where (n - 1) * t.all_teams + t.place <= $1 and t.active
       returning id, organization_id, name
     )
     insert into organizations.service_area (team_id, pc4)
     select e.id, a.pc4 from extra e
     join lateral (select id from organizations.team t
       where t.organization_id = e.organization_id and e.name like t.name || ' %' order by length(t.name) desc limit 1) t on true
     join organizations.service_area a on a.team_id = t.id`,
    [wanted],
  )
  // The nurse's own teams stay; of the others as many as are wanted.
  await client.query(
    `update organizations.team set active = false where id in (
       select t.id from organizations.team t
       join organizations.organization o on o.id = t.organization_id
       order by o.name = 'Thuiszorg De Rijnbocht' desc, t.id offset $1)`,
    [wanted],
  )
  await client.query('delete from capacity.light')
  await client.query(
    `insert into capacity.light (team_id, organization_id, region_id, light_on, daypart, light, reason, set_by_name, set_at, change_set_id)
     select t.id, t.organization_id, t.region_id, day, part, l.light,
       case when l.light in ('amber', 'red') then 'full-routes' end, 'Meting', now(), s.id
     from organizations.team t
     cross join generate_series($1::date, $1::date + $3::int - 1, interval '1 day') day
     cross join unnest($2::text[]) part
     cross join lateral (select (array['green', 'amber', 'red'])[1 + abs(hashtext(t.id::text || day || part)) % 3] as light) l
     cross join lateral (select id from capacity.change_set order by id limit 1) s
     where t.active`,
    [today, dayparts, days],
  )
  const { rows } = await client.query<{ teams: number; lights: number }>(
    `select count(distinct team_id)::int as teams, count(*)::int as lights from capacity.light`,
  )
  if (rows[0]?.teams !== wanted || rows[0].lights !== wanted * days * 4)
    throw new Error(`The region has ${rows[0]?.teams} teams with ${rows[0]?.lights} lights instead of ${wanted}`)
  await client.query('vacuum (analyze)')
  await client.end()
}
