-- What a desk held when it closed, and its partner holds in its place until it opens. It comes back unless it moved on meanwhile.
create table coordination.stand_in (
  request_id uuid primary key references requests.care_request,
  region_id uuid not null references regions.region,
  desk_id uuid not null references organizations.coordinating_team,
  partner_team_id uuid not null references organizations.coordinating_team
    constraint stand_in_is_another check (partner_team_id <> desk_id),
  -- What moved up the ladder since is no longer for the desk.
  escalation_level smallint not null,
  since timestamptz not null
);
create index stand_in_of_desk on coordination.stand_in (desk_id, since, request_id);
grant select, insert, update, delete on coordination.stand_in to wijkpoort_app;
alter table coordination.stand_in enable row level security;
create policy stand_in_kept_by_the_system on coordination.stand_in for all to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system')
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
