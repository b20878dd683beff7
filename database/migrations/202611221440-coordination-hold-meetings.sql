-- The daily meeting of a coordinating team, and the joint one over several teams, which belongs to the desk of the region. What
-- is on the agenda is asked anew each time; kept is only what people did in it: who was there, what was decided, what remained.
create table coordination.meeting_setting (
  coordinating_team_id uuid primary key references organizations.coordinating_team,
  region_id uuid not null references regions.region,
  -- 1 is Monday, as in ISO 8601.
  weekdays int[] not null constraint meeting_has_a_day check (cardinality(weekdays) > 0 and weekdays <@ '{1,2,3,4,5,6,7}'),
  starts_at text not null constraint meeting_starts_at_a_time check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  minutes int not null constraint meeting_lasts check (minutes between 5 and 120),
  video_url text constraint meeting_video_is_safe check (video_url ~ '^https://')
);

-- Who comes for an organisation on a day of the week, and who when that one cannot.
create table coordination.meeting_rota (
  coordinating_team_id uuid not null references organizations.coordinating_team,
  region_id uuid not null references regions.region,
  weekday int not null constraint rota_day_is_a_weekday check (weekday between 1 and 7),
  organization_id uuid not null references organizations.organization,
  attends uuid not null references people.practitioner_role,
  stands_in uuid references people.practitioner_role,
  primary key (coordinating_team_id, weekday, organization_id),
  constraint nobody_stands_in_for_themselves check (attends <> stands_in)
);

create table coordination.meeting (
  id uuid primary key,
  region_id uuid not null references regions.region,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  -- The joint discussion of what stays open; every team sees it.
  joint boolean not null default false,
  held_on date not null,
  opened_at timestamptz not null,
  opened_by_name text not null,
  closed_at timestamptz,
  closed_by_name text,
  -- What the leaders show now, and since when.
  shown_request_id uuid references requests.care_request,
  shown_at timestamptz,
  constraint meeting_held_once_a_day unique (coordinating_team_id, joint, held_on),
  constraint meeting_end_says_who check ((closed_at is null) = (closed_by_name is null))
);
create index meeting_running on coordination.meeting (coordinating_team_id) where closed_at is null;

create table coordination.meeting_attendance (
  meeting_id uuid not null references coordination.meeting,
  practitioner_role_id uuid not null references people.practitioner_role,
  region_id uuid not null,
  coordinating_team_id uuid not null,
  joint boolean not null,
  organization_id uuid not null references organizations.organization,
  -- As it was then: minutes do not change when somebody leaves.
  name text not null,
  -- Known when somebody said so themselves, and not when another ticked them off.
  user_id uuid references people.user_account,
  leads boolean not null default false,
  came_at timestamptz not null,
  primary key (meeting_id, practitioner_role_id)
);

-- Decisions are the minutes: written in the transaction of the decision itself, never changed.
create table coordination.meeting_decision (
  id uuid primary key,
  meeting_id uuid not null references coordination.meeting,
  region_id uuid not null,
  coordinating_team_id uuid not null,
  joint boolean not null,
  request_id uuid not null references requests.care_request,
  at timestamptz not null,
  by_name text not null,
  by_organization_id uuid references organizations.organization,
  code text not null,
  organization_id uuid references organizations.organization,
  -- Codes, days and figures; a note that somebody typed goes through the same sieve as every text on a card.
  facts jsonb not null default '{}'
);
create index meeting_decision_of_meeting on coordination.meeting_decision (meeting_id, at);
create index meeting_decision_of_request on coordination.meeting_decision (request_id);

-- What was on the agenda and not decided when the meeting closed.
create table coordination.meeting_left_open (
  meeting_id uuid not null references coordination.meeting,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  coordinating_team_id uuid not null,
  joint boolean not null,
  place int not null,
  reason text not null,
  primary key (meeting_id, request_id)
);

-- Anyone may put something first, or off until a day. What happens to the request meanwhile takes a postponement away.
create table coordination.agenda_mark (
  coordinating_team_id uuid not null references organizations.coordinating_team,
  joint boolean not null,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  kind text not null constraint agenda_mark_is_known check (kind in ('pinned', 'postponed')),
  until_on date,
  -- The version of the request that was put off.
  version int not null,
  by_name text not null,
  at timestamptz not null,
  primary key (coordinating_team_id, joint, request_id),
  constraint postponed_until_a_day check ((kind = 'postponed') = (until_on is not null))
);

grant select, insert, update on coordination.meeting_setting, coordination.meeting to wijkpoort_app;
grant select, insert, update, delete on coordination.meeting_rota, coordination.meeting_attendance,
  coordination.agenda_mark to wijkpoort_app;
grant select, insert on coordination.meeting_decision to wijkpoort_app;
grant select, insert, delete on coordination.meeting_left_open to wijkpoort_app;

alter table coordination.meeting_setting enable row level security;
create policy setting_seen_in_region on coordination.meeting_setting for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));
create policy setting_made_by_its_team on coordination.meeting_setting for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_may('requests.take')
    and coordinating_team_id = any (platform.actor_teams()));
create policy setting_kept_by_its_team on coordination.meeting_setting for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('requests.take')
    and coordinating_team_id = any (platform.actor_teams()));

alter table coordination.meeting_rota enable row level security;
create policy rota_seen_by_its_team on coordination.meeting_rota for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()))));
create policy rota_kept_by_its_team on coordination.meeting_rota for all to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('requests.take')
    and coordinating_team_id = any (platform.actor_teams()));

alter table coordination.meeting enable row level security;
create policy meeting_seen_by_its_team on coordination.meeting for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('requests.oversee')
    or (platform.actor_may('requests.list') and (joint or coordinating_team_id = any (platform.actor_teams())))));
create policy meeting_opened_by_its_team on coordination.meeting for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_may('requests.take')
    and (joint or coordinating_team_id = any (platform.actor_teams())));
create policy meeting_led_by_its_team on coordination.meeting for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or (platform.actor_may('requests.take')
    and (joint or coordinating_team_id = any (platform.actor_teams())))));

alter table coordination.meeting_attendance enable row level security;
create policy attendance_seen_by_its_team on coordination.meeting_attendance for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('requests.oversee')
    or (platform.actor_may('requests.list') and (joint or coordinating_team_id = any (platform.actor_teams())))));
create policy attendance_kept_by_its_team on coordination.meeting_attendance for all to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('requests.take')
    and (joint or coordinating_team_id = any (platform.actor_teams())));

alter table coordination.meeting_decision enable row level security;
create policy decision_seen_by_its_team on coordination.meeting_decision for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('requests.oversee')
    or (platform.actor_may('requests.list') and (joint or coordinating_team_id = any (platform.actor_teams())))));
-- By the product itself, beside the command that somebody gave: what is decided may take the request out of their sight.
create policy decision_written_by_the_system on coordination.meeting_decision for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');

alter table coordination.meeting_left_open enable row level security;
create policy left_open_seen_by_its_team on coordination.meeting_left_open for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('requests.oversee')
    or (platform.actor_may('requests.list') and (joint or coordinating_team_id = any (platform.actor_teams())))));
create policy left_open_written_by_its_team on coordination.meeting_left_open for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or (platform.actor_may('requests.take')
    and (joint or coordinating_team_id = any (platform.actor_teams())))));
create policy left_open_cleared_by_its_team on coordination.meeting_left_open for delete to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('requests.take')
    and (joint or coordinating_team_id = any (platform.actor_teams())));

alter table coordination.agenda_mark enable row level security;
create policy mark_seen_by_its_team on coordination.agenda_mark for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('requests.oversee')
    or (platform.actor_may('requests.list') and (joint or coordinating_team_id = any (platform.actor_teams())))));
create policy mark_put_by_its_team on coordination.agenda_mark for all to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('requests.take')
    and (joint or coordinating_team_id = any (platform.actor_teams())));
