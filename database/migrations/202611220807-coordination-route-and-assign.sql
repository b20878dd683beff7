-- Where a request goes and who took it. State, holder and act-by stand on the request itself (one row, one index, one read);
-- coordination decides them and writes them through the door of requests.
create schema coordination;
grant usage on schema coordination to wijkpoort_app;

-- A lower priority number goes first. Null means any. An exception is a route with a lower number.
create table coordination.route (
  id uuid primary key,
  region_id uuid not null references regions.region,
  priority int not null,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  pc4s text[],
  care_kinds text[],
  sources text[],
  remark text not null default ''
);
create index route_of_region on coordination.route (region_id, priority, id);
grant select, insert, update, delete on coordination.route to wijkpoort_app;
alter table coordination.route enable row level security;
create policy route_read_in_region on coordination.route for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy route_kept_by_the_region on coordination.route for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'))
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'));

-- Who took which part of a request, from when until when. One taker per part, held by the database.
create table coordination.assignment (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  part text not null default 'whole',
  organization_id uuid not null references organizations.organization,
  taken_by uuid references people.user_account,
  taken_at timestamptz not null,
  started_on date,
  ended_at timestamptz,
  ended_how text constraint ended_how_is_known check (ended_how in ('returned', 'withdrawn', 'closed')),
  return_reason text,
  return_text text,
  constraint assignment_end_says_how check ((ended_at is null) = (ended_how is null))
);
create unique index assignment_taken_once on coordination.assignment (request_id, part) where ended_at is null;
create index assignment_of_request on coordination.assignment (request_id, taken_at);
create index assignment_of_organization on coordination.assignment (organization_id, taken_at desc);
grant select, insert, update on coordination.assignment to wijkpoort_app;
alter table coordination.assignment enable row level security;
create policy assignment_seen_with_the_card on coordination.assignment for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.care_request r where r.id = request_id));
create policy assignment_made_for_ones_own on coordination.assignment for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('requests.take') and organization_id = platform.actor_organization())));
create policy assignment_ended_by_ones_own on coordination.assignment for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() in ('system', 'link')
    or organization_id = platform.actor_organization()
    or (platform.actor_may('requests.refer') and exists (select from requests.care_request r where r.id = request_id
      and r.requester_organization_id = platform.actor_organization()))));
