-- Clients that an organisation took on take room that its teams told of before. Each place of the week in which such a client
-- will be cared for is kept here, so that the team can be asked whether its light is still right. It never changes a light.
-- The source is what was taken; capacity knows no requests, so it is a number to it and nothing else.
create table capacity.taken_room (
  team_id uuid not null,
  organization_id uuid not null,
  region_id uuid not null,
  source_id uuid not null,
  light_on date not null,
  daypart text not null
    constraint taken_daypart_is_known check (daypart in ('morning', 'afternoon', 'evening', 'night')),
  minutes int constraint taken_minutes_fit_a_day check (minutes between 0 and 1440),
  taken_at timestamptz not null,
  -- The team looked and left its light as it was.
  left_at timestamptz,
  left_by uuid,
  primary key (team_id, light_on, daypart, source_id),
  foreign key (team_id, organization_id, region_id) references organizations.team (id, organization_id, region_id)
);
create index taken_room_of_source on capacity.taken_room (source_id);
create index taken_room_by_day on capacity.taken_room (light_on);

grant select, insert, delete, update (left_at, left_by) on capacity.taken_room to wijkpoort_app;

alter table capacity.taken_room enable row level security;
create policy taken_room_read_by_its_own on capacity.taken_room for select to wijkpoort_app
  using (region_id = platform.actor_region()
    and (platform.actor_kind() = 'system' or organization_id = platform.actor_organization()));
create policy taken_room_told_by_the_product on capacity.taken_room for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy taken_room_taken_away_by_the_product on capacity.taken_room for delete to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy taken_room_left_by_its_own on capacity.taken_room for update to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
