-- How long it takes from a team to each postcode it serves, by a route server of the region's own; without one, or for a pair that it
-- does not know, travel is estimated from a straight line. Bases and middles of postcodes: nothing of a client.
create table matching.measured_travel (
  team_id uuid not null references organizations.team on delete cascade,
  pc4 text not null,
  region_id uuid not null references regions.region,
  by text not null constraint travel_by_is_known check (by in ('bicycle', 'car')),
  minutes real not null constraint travel_takes_time check (minutes >= 0),
  kilometres real not null constraint travel_has_a_length check (kilometres >= 0),
  -- Between which two points: a team that moved, or a postcode whose middle was corrected, is measured anew.
  from_latitude double precision not null,
  from_longitude double precision not null,
  to_latitude double precision not null,
  to_longitude double precision not null,
  measured_at timestamptz not null,
  primary key (team_id, pc4)
);
grant select, insert, update, delete on matching.measured_travel to wijkpoort_app;
alter table matching.measured_travel enable row level security;
create policy travel_read_by_professionals on matching.measured_travel for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));
create policy travel_measured_by_the_system on matching.measured_travel for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy travel_measured_anew_by_the_system on matching.measured_travel for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy travel_forgotten_by_the_system on matching.measured_travel for delete to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

-- Where the address of an office or base lies, found by an address service, when nobody wrote down its point. Addresses of
-- organisations only; that of a client never leaves.
create table matching.found_place (
  location_id uuid primary key references organizations.location on delete cascade,
  region_id uuid not null references regions.region,
  -- As it was asked: another address is asked anew.
  address text not null,
  -- Empty when the service does not know it.
  latitude double precision,
  longitude double precision,
  asked_at timestamptz not null,
  constraint found_place_is_a_point check ((latitude is null) = (longitude is null))
);
grant select, insert, update on matching.found_place to wijkpoort_app;
alter table matching.found_place enable row level security;
create policy place_read_by_professionals on matching.found_place for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));
create policy place_found_by_the_system on matching.found_place for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy place_found_anew_by_the_system on matching.found_place for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
