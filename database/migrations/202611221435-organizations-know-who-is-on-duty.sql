-- When a desk answers, who answers for it when it does not, and who is on duty. The hours and the partner are facts that anyone may
-- know; the roster is of the people who work there.
create table organizations.desk (
  coordinating_team_id uuid primary key references organizations.coordinating_team,
  region_id uuid not null references regions.region,
  -- Days, from, to; empty: around the clock.
  opening jsonb,
  partner_team_id uuid references organizations.coordinating_team,
  busy_until timestamptz,
  constraint desk_is_not_its_own_partner check (partner_team_id <> coordinating_team_id)
);
create table organizations.duty (
  id uuid primary key,
  region_id uuid not null references regions.region,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  name text not null,
  phone text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  constraint duty_ends_after_it_begins check (until_at > from_at),
  constraint duty_is_a_shift check (until_at <= from_at + interval '7 days')
);
create index duty_of_team on organizations.duty (coordinating_team_id, until_at);
grant select, insert, update on organizations.desk to wijkpoort_app;
grant select, insert, delete on organizations.duty to wijkpoort_app;

alter table organizations.desk enable row level security;
create policy desk_read_in_region on organizations.desk for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy desk_made_by_its_own on organizations.desk for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage')
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));
create policy desk_changed_by_its_own on organizations.desk for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage')
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));
alter table organizations.duty enable row level security;
create policy duty_read_at_work on organizations.duty for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));
create policy duty_planned_by_its_own on organizations.duty for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage')
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));
create policy duty_taken_back_by_its_own on organizations.duty for delete to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage')
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));

-- What a requester may know of the roster: which number is answered now, and until when. Never who, nor the rest of the week.
create function organizations.phone_on_duty(of_team uuid, at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, organizations
begin atomic
  select d.phone from organizations.duty d
    where d.coordinating_team_id = of_team and d.region_id = platform.actor_region() and d.from_at <= at and d.until_at > at
    order by d.from_at desc, d.id limit 1;
end;
create function organizations.on_duty_until(of_team uuid, at timestamptz) returns timestamptz
language sql stable security definer set search_path = pg_catalog, organizations
begin atomic
  select d.until_at from organizations.duty d
    where d.coordinating_team_id = of_team and d.region_id = platform.actor_region() and d.from_at <= at and d.until_at > at
    order by d.from_at desc, d.id limit 1;
end;
revoke all on function organizations.phone_on_duty, organizations.on_duty_until from public;
grant execute on function organizations.phone_on_duty, organizations.on_duty_until to wijkpoort_app;
