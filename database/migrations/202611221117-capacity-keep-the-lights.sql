-- The stoplight: who has room, per team, day and daypart. No clients; but who said what, and when, is kept.
create schema capacity;
grant usage on schema capacity to wijkpoort_app;

create table capacity.region_setting (
  region_id uuid primary key references regions.region,
  -- How old a light for today may be, and one for a later day, before nobody should rely on it.
  today_hours int not null default 24,
  later_hours int not null default 168,
  -- How long a standing pattern counts after somebody said that it is right.
  pattern_days int not null default 28,
  version int not null default 1,
  constraint light_for_today_ages_first check (today_hours between 1 and later_hours and later_hours <= 1440),
  constraint pattern_ages check (pattern_days between 1 and 366)
);

-- Who may see lights, from few to many: the nurses of the same coordinating teams, all professionals, also who refers, everyone.
-- The region's way of working says at most how far; an organisation may keep its own lights nearer.
create table capacity.organization_setting (
  organization_id uuid primary key references organizations.organization,
  region_id uuid not null references regions.region,
  audience text not null
    constraint organization_audience_is_known check (audience in ('team', 'professionals', 'referrers', 'public')),
  version int not null default 1
);

-- One save of somebody: many cells at once. Its key makes a second send find the first; it can be taken back for a while.
create table capacity.change_set (
  id uuid primary key,
  region_id uuid not null references regions.region,
  organization_id uuid not null references organizations.organization,
  key text not null,
  act text not null constraint change_act_is_known check (act in ('set', 'confirm', 'undo')),
  channel text not null constraint change_channel_is_known check (channel in ('page', 'api', 'csv', 'meeting', 'practice')),
  made_by uuid,
  made_by_name text not null,
  made_at timestamptz not null,
  cells int not null,
  undoes uuid references capacity.change_set,
  constraint change_set_made_once unique (organization_id, key),
  constraint change_set_undone_once unique (undoes)
);
create index change_set_of_organization on capacity.change_set (organization_id, made_at desc);

-- One number for every state a cell was ever in: a cell that was emptied and filled again never has an old number.
create sequence capacity.light_version as bigint;
grant usage on sequence capacity.light_version to wijkpoort_app;

-- What the team last said about one cell. An empty care kind is all care; a care kind narrows it.
-- No row: nobody said anything. A row 'unknown': somebody took it back.
create table capacity.light (
  team_id uuid not null,
  organization_id uuid not null,
  region_id uuid not null,
  light_on date not null,
  daypart text not null
    constraint light_daypart_is_known check (daypart in ('morning', 'afternoon', 'evening', 'night')),
  care_kind text not null default '',
  light text not null constraint light_is_known check (light in ('green', 'amber', 'red', 'unknown')),
  reason text,
  reason_text text,
  until_at timestamptz,
  free_minutes int constraint light_free_minutes_fit check (free_minutes between 0 and 6000),
  new_clients int constraint light_new_clients_fit check (new_clients between 0 and 99),
  set_by uuid,
  set_by_name text not null,
  set_at timestamptz not null,
  version bigint not null default nextval('capacity.light_version'),
  change_set_id uuid not null references capacity.change_set,
  primary key (team_id, light_on, daypart, care_kind),
  foreign key (team_id, organization_id, region_id) references organizations.team (id, organization_id, region_id),
  constraint light_not_green_says_why check ((light in ('amber', 'red')) = (reason is not null)),
  constraint light_words_are_short check (length(reason_text) <= 200),
  constraint light_until_comes_later check (until_at > set_at)
);
create index light_of_region on capacity.light (region_id, light_on, team_id);
create index light_by_age on capacity.light (region_id, set_at);
create index light_until on capacity.light (region_id, until_at) where until_at is not null;

-- Everything that was ever said, in the order in which it was said; a null light is a cell that an undo emptied.
create table capacity.light_change (
  id uuid primary key,
  change_set_id uuid not null references capacity.change_set,
  region_id uuid not null,
  organization_id uuid not null,
  team_id uuid not null,
  light_on date not null,
  daypart text not null,
  care_kind text not null,
  at timestamptz not null,
  light text constraint changed_light_is_known check (light in ('green', 'amber', 'red', 'unknown')),
  reason text,
  reason_text text,
  until_at timestamptz,
  free_minutes int,
  new_clients int,
  set_by uuid,
  set_by_name text,
  set_at timestamptz,
  foreign key (team_id, organization_id, region_id) references organizations.team (id, organization_id, region_id)
);
create index light_change_of_cell on capacity.light_change (team_id, light_on, daypart, care_kind, at desc, id desc);
create index light_change_of_set on capacity.light_change (change_set_id);
create index light_change_by_moment on capacity.light_change (region_id, at);

-- The week that always comes back, for all care together; it counts where nobody said anything, for as long as it is confirmed.
create table capacity.pattern (
  team_id uuid primary key,
  organization_id uuid not null,
  region_id uuid not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_by_name text not null,
  version int not null default 1,
  foreign key (team_id, organization_id, region_id) references organizations.team (id, organization_id, region_id)
);

create table capacity.pattern_light (
  team_id uuid not null references capacity.pattern on delete cascade,
  organization_id uuid not null,
  region_id uuid not null,
  weekday int not null constraint pattern_weekday_is_iso check (weekday between 1 and 7),
  daypart text not null
    constraint pattern_daypart_is_known check (daypart in ('morning', 'afternoon', 'evening', 'night')),
  light text not null constraint pattern_light_is_known check (light in ('green', 'amber', 'red')),
  reason text,
  reason_text text,
  primary key (team_id, weekday, daypart),
  constraint pattern_not_green_says_why check ((light in ('amber', 'red')) = (reason is not null))
);

-- Days on which the pattern does not hold: a holiday, a training day. 'unknown' says only that.
create table capacity.pattern_exception (
  id uuid primary key,
  team_id uuid not null references capacity.pattern on delete cascade,
  organization_id uuid not null,
  region_id uuid not null,
  first_on date not null,
  last_on date not null,
  light text not null constraint exception_light_is_known check (light in ('green', 'amber', 'red', 'unknown')),
  reason text,
  reason_text text,
  constraint exception_ends_after_it_begins check (last_on between first_on and first_on + 366),
  constraint exception_not_green_says_why check ((light in ('amber', 'red')) = (reason is not null))
);
create index pattern_exception_of_team on capacity.pattern_exception (team_id, first_on);

-- What a stored light still says at a moment; `today` is the day of that moment in the Netherlands. The same rule in plain
-- words is rules/light.ts, and a test holds the two together.
create function capacity.effective_light(light text, until_at timestamptz, set_at timestamptz, light_on date,
  at timestamptz, today date, today_hours int, later_hours int) returns text language sql immutable parallel safe
return case
  when until_at <= at then 'unknown'
  when set_at <= at - make_interval(hours => case when light_on <= today then today_hours else later_hours end) then 'unknown'
  else coalesce(light, 'unknown')
end;

-- Every cell of these days about which something is known, with what it says at that moment. Row-level security of the tables holds.
create function capacity.lights_between(from_on date, to_on date, at timestamptz)
returns table (team_id uuid, organization_id uuid, light_on date, daypart text, care_kind text, light text, said text, origin text,
  reason text, reason_text text, until_at timestamptz, free_minutes int, new_clients int, set_by_name text, set_at timestamptz,
  version bigint)
language sql stable parallel safe
begin atomic
  select l.team_id, l.organization_id, l.light_on, l.daypart, l.care_kind,
    capacity.effective_light(l.light, l.until_at, l.set_at, l.light_on, at, (at at time zone 'Europe/Amsterdam')::date,
      coalesce(s.today_hours, 24), coalesce(s.later_hours, 168)),
    l.light, 'set', l.reason, l.reason_text, l.until_at, l.free_minutes, l.new_clients, l.set_by_name, l.set_at, l.version
  from capacity.light l left join capacity.region_setting s on s.region_id = l.region_id
  where l.region_id = platform.actor_region() and l.light_on between from_on and to_on
  union all
  select p.team_id, p.organization_id, d.light_on, d.daypart, '',
    case when p.confirmed_at <= at - make_interval(days => coalesce(s.pattern_days, 28)) then 'unknown' else d.light end,
    d.light, d.origin, d.reason, d.reason_text, null, null, null, p.confirmed_by_name, p.confirmed_at, 0
  from capacity.pattern p
  left join capacity.region_setting s on s.region_id = p.region_id
  cross join lateral (
    select day::date as light_on, part.daypart,
      case when e.id is null then w.light else e.light end as light,
      case when e.id is null then 'pattern' else 'exception' end as origin,
      case when e.id is null then w.reason else e.reason end as reason,
      case when e.id is null then w.reason_text else e.reason_text end as reason_text
    from generate_series(from_on::timestamp, to_on::timestamp, interval '1 day') day
    cross join (values ('morning'), ('afternoon'), ('evening'), ('night')) part (daypart)
    left join capacity.pattern_light w
      on w.team_id = p.team_id and w.weekday = extract(isodow from day) and w.daypart = part.daypart
    left join lateral (
      select x.id, x.light, x.reason, x.reason_text from capacity.pattern_exception x
      where x.team_id = p.team_id and day::date between x.first_on and x.last_on
      order by x.first_on desc, x.id desc limit 1
    ) e on true
    where w.light is not null or e.id is not null
  ) d
  where p.region_id = platform.actor_region()
    and not exists (select from capacity.light l
      where l.team_id = p.team_id and l.light_on = d.light_on and l.daypart = d.daypart and l.care_kind = '');
end;

-- How far the region shows lights at most, by its way of working.
create function capacity.region_audience() returns text language sql stable parallel safe
begin atomic
  select case r.way_of_working ->> 'lightAudience'
    when 'everyone' then 'public' when 'referrers' then 'referrers' else 'professionals' end
  from regions.region r where r.id = platform.actor_region();
end;

-- The organisations whose lights this actor may see, by the audience of the region and of each organisation. It looks at who
-- sits in which coordinating team, which not every actor may; so it answers organisations and nothing else.
create function capacity.visible_organizations() returns setof uuid
language sql stable security definer parallel safe set search_path = pg_catalog
begin atomic
  with circle as (
    select case
      when platform.actor_kind() = 'system' or platform.actor_may('region.manage') or platform.actor_may('requests.oversee') then 0
      when platform.actor_may('requests.list') or platform.actor_may('capacity.set')
        or platform.actor_may('organization.administer') then 2
      when platform.actor_may('requests.refer') then 3
      else 4
    end as place
  ), reach as (
    select o.id, least(
      array_position(array['team', 'professionals', 'referrers', 'public'], capacity.region_audience()),
      array_position(array['team', 'professionals', 'referrers', 'public'], coalesce(own.audience, 'public'))) as place
    from organizations.organization o
    left join capacity.organization_setting own on own.organization_id = o.id
    where o.region_id = platform.actor_region() and o.kind = 'provider'
  )
  select reach.id from reach, circle
  where circle.place <= reach.place or reach.id = platform.actor_organization()
    or (circle.place = 2 and exists (
      select from people.coordinating_team_member m join people.practitioner_role r on r.id = m.practitioner_role_id
      where m.coordinating_team_id = any (platform.actor_teams()) and r.organization_id = reach.id and r.active));
end;
revoke all on function capacity.visible_organizations from public;
grant execute on function capacity.visible_organizations to wijkpoort_app;

grant select, insert, update on capacity.region_setting, capacity.organization_setting to wijkpoort_app;
grant delete on capacity.organization_setting to wijkpoort_app;
grant select, insert on capacity.change_set, capacity.light_change to wijkpoort_app;
grant select, insert, update, delete on capacity.light, capacity.pattern, capacity.pattern_light, capacity.pattern_exception
  to wijkpoort_app;

alter table capacity.region_setting enable row level security;
create policy region_setting_read_in_region on capacity.region_setting for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy region_setting_made_by_the_region on capacity.region_setting for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_may('region.manage'));
create policy region_setting_changed_by_the_region on capacity.region_setting for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('region.manage'));

alter table capacity.organization_setting enable row level security;
create policy organization_setting_read_in_region on capacity.organization_setting for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy organization_setting_kept_by_its_own on capacity.organization_setting for all to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('organization.administer')
    and organization_id = platform.actor_organization())
  with check (region_id = platform.actor_region() and platform.actor_may('organization.administer')
    and organization_id = platform.actor_organization());

alter table capacity.change_set enable row level security;
create policy change_set_read_by_its_own on capacity.change_set for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or platform.actor_may('region.manage') or organization_id = platform.actor_organization()));
create policy change_set_made_for_ones_own on capacity.change_set for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));

alter table capacity.light enable row level security;
create policy light_seen_by_its_audience on capacity.light for select to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id in (select capacity.visible_organizations()));
create policy light_set_for_ones_own on capacity.light for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
create policy light_changed_for_ones_own on capacity.light for update to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
create policy light_emptied_for_ones_own on capacity.light for delete to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));

alter table capacity.light_change enable row level security;
create policy light_change_seen_by_its_audience on capacity.light_change for select to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id in (select capacity.visible_organizations()));
create policy light_change_made_for_ones_own on capacity.light_change for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));

alter table capacity.pattern enable row level security;
create policy pattern_seen_by_its_audience on capacity.pattern for select to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id in (select capacity.visible_organizations()));
create policy pattern_kept_by_its_own on capacity.pattern for all to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')))
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
alter table capacity.pattern_light enable row level security;
create policy pattern_light_seen_by_its_audience on capacity.pattern_light for select to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id in (select capacity.visible_organizations()));
create policy pattern_light_kept_by_its_own on capacity.pattern_light for all to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')))
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
alter table capacity.pattern_exception enable row level security;
create policy pattern_exception_seen_by_its_audience on capacity.pattern_exception for select to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id in (select capacity.visible_organizations()));
create policy pattern_exception_kept_by_its_own on capacity.pattern_exception for all to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')))
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
