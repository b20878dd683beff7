-- The same answers in less time. With 400 teams × 28 days most of the time went into asking per row who acts and what the region
-- agreed: both are asked once per statement now.

-- The rule itself, with the two moments before which something was said too long ago: worked out once for many lights.
create function capacity.still_says(light text, until_at timestamptz, set_at timestamptz, light_on date,
  at timestamptz, today date, today_since timestamptz, later_since timestamptz) returns text language sql immutable parallel safe
return case
  when until_at <= at then 'unknown'
  when set_at <= case when light_on <= today then today_since else later_since end then 'unknown'
  else coalesce(light, 'unknown')
end;

create or replace function capacity.effective_light(light text, until_at timestamptz, set_at timestamptz, light_on date,
  at timestamptz, today date, today_hours int, later_hours int) returns text language sql immutable parallel safe
return capacity.still_says(light, until_at, set_at, light_on, at, today,
  at - make_interval(hours => today_hours), at - make_interval(hours => later_hours));

create or replace function capacity.lights_between(from_on date, to_on date, at timestamptz)
returns table (team_id uuid, organization_id uuid, light_on date, daypart text, care_kind text, light text, said text, origin text,
  reason text, reason_text text, until_at timestamptz, free_minutes int, new_clients int, set_by_name text, set_at timestamptz,
  version bigint)
language sql stable parallel safe
begin atomic
  with agreed as materialized (
    select at - make_interval(hours => coalesce(max(s.today_hours), 24)) as today_since,
      at - make_interval(hours => coalesce(max(s.later_hours), 168)) as later_since,
      at - make_interval(days => coalesce(max(s.pattern_days), 28)) as pattern_since,
      (at at time zone 'Europe/Amsterdam')::date as today
    from capacity.region_setting s where s.region_id = (select platform.actor_region())
  ), days as materialized (
    select day::date as light_on, extract(isodow from day)::int as weekday
    from generate_series(from_on::timestamp, to_on::timestamp, interval '1 day') day
  ), excepted as (
    select distinct on (x.team_id, d.light_on) x.team_id, d.light_on, x.light, x.reason, x.reason_text
    from capacity.pattern_exception x join days d on d.light_on between x.first_on and x.last_on
    order by x.team_id, d.light_on, x.first_on desc, x.id desc
  ), filled as (
    select w.team_id, d.light_on, w.daypart, w.light, 'pattern' as origin, w.reason, w.reason_text
    from capacity.pattern_light w join days d on d.weekday = w.weekday
    where not exists (select from excepted e where e.team_id = w.team_id and e.light_on = d.light_on)
    union all
    select e.team_id, e.light_on, part.daypart, e.light, 'exception', e.reason, e.reason_text
    from excepted e cross join (values ('morning'), ('afternoon'), ('evening'), ('night')) part (daypart)
  )
  select l.team_id, l.organization_id, l.light_on, l.daypart, l.care_kind,
    capacity.still_says(l.light, l.until_at, l.set_at, l.light_on, at, (select today from agreed),
      (select today_since from agreed), (select later_since from agreed)),
    l.light, 'set', l.reason, l.reason_text, l.until_at, l.free_minutes, l.new_clients, l.set_by_name, l.set_at, l.version
  from capacity.light l
  where l.region_id = (select platform.actor_region()) and l.light_on between from_on and to_on
  union all
  select p.team_id, p.organization_id, f.light_on, f.daypart, '',
    case when p.confirmed_at <= (select pattern_since from agreed) then 'unknown' else f.light end,
    f.light, f.origin, f.reason, f.reason_text, null, null, null, p.confirmed_by_name, p.confirmed_at, 0
  from filled f join capacity.pattern p on p.team_id = f.team_id
  where not exists (select from capacity.light l
    where l.team_id = f.team_id and l.light_on = f.light_on and l.daypart = f.daypart and l.care_kind = ''
      and l.light_on between from_on and to_on);
end;

create or replace function capacity.visible_organizations() returns setof uuid
language sql stable security definer parallel safe set search_path = pg_catalog
begin atomic
  with circle as materialized (
    select case
        when platform.actor_kind() = 'system' or platform.actor_may('region.manage') or platform.actor_may('requests.oversee') then 0
        when platform.actor_may('requests.list') or platform.actor_may('capacity.set')
          or platform.actor_may('organization.administer') then 2
        when platform.actor_may('requests.refer') then 3
        else 4
      end as place,
      array_position(array['team', 'professionals', 'referrers', 'public'], capacity.region_audience()) as region
  ), reach as (
    select o.id, least(circle.region,
      array_position(array['team', 'professionals', 'referrers', 'public'], coalesce(own.audience, 'public'))) as place
    from circle cross join organizations.organization o
    left join capacity.organization_setting own on own.organization_id = o.id
    where o.region_id = (select platform.actor_region()) and o.kind = 'provider'
  ), beside as materialized (
    select distinct r.organization_id
    from people.coordinating_team_member m join people.practitioner_role r on r.id = m.practitioner_role_id
    where m.coordinating_team_id = any (platform.actor_teams()) and r.active
  )
  select reach.id from reach, circle
  where circle.place <= reach.place or reach.id = platform.actor_organization()
    or (circle.place = 2 and reach.id in (select organization_id from beside));
end;

alter policy light_seen_by_its_audience on capacity.light
  using (region_id = (select platform.actor_region()) and organization_id in (select capacity.visible_organizations()));
alter policy light_change_seen_by_its_audience on capacity.light_change
  using (region_id = (select platform.actor_region()) and organization_id in (select capacity.visible_organizations()));
alter policy pattern_seen_by_its_audience on capacity.pattern
  using (region_id = (select platform.actor_region()) and organization_id in (select capacity.visible_organizations()));
alter policy pattern_light_seen_by_its_audience on capacity.pattern_light
  using (region_id = (select platform.actor_region()) and organization_id in (select capacity.visible_organizations()));
alter policy pattern_exception_seen_by_its_audience on capacity.pattern_exception
  using (region_id = (select platform.actor_region()) and organization_id in (select capacity.visible_organizations()));

-- A policy for all acts is asked when rows are read as well; reading has one of its own.
drop policy pattern_kept_by_its_own on capacity.pattern;
drop policy pattern_light_kept_by_its_own on capacity.pattern_light;
drop policy pattern_exception_kept_by_its_own on capacity.pattern_exception;
create policy pattern_made_by_its_own on capacity.pattern for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
create policy pattern_changed_by_its_own on capacity.pattern for update to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
create policy pattern_light_made_by_its_own on capacity.pattern_light for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
create policy pattern_light_removed_by_its_own on capacity.pattern_light for delete to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
create policy pattern_exception_made_by_its_own on capacity.pattern_exception for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
create policy pattern_exception_removed_by_its_own on capacity.pattern_exception for delete to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
