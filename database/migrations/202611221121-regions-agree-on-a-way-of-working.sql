-- How a region works is agreed for a day from which it holds, kept with who proposed and who agreed, and never overwritten.
-- `regions.region.way_of_working` stays what the region began with; the newest agreed version of which the day has come holds.
create table regions.way_of_working_version (
  id uuid primary key,
  region_id uuid not null references regions.region,
  value jsonb not null,
  effective_on date not null,
  proposed_at timestamptz not null,
  -- The account; people stand in a schema above this one, so it is no foreign key.
  proposed_by uuid,
  agreed_at timestamptz,
  agreed_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid
);
create index way_of_working_in_force on regions.way_of_working_version (region_id, effective_on desc, agreed_at desc)
  where agreed_at is not null and cancelled_at is null;
grant select, insert, update on regions.way_of_working_version to wijkpoort_app;
alter table regions.way_of_working_version enable row level security;
-- A process reads what is in force before anyone acts, as it reads the rest of the region's facts.
create policy way_of_working_read_by_all on regions.way_of_working_version for select to wijkpoort_app using (true);
create policy way_of_working_proposed_by_the_region on regions.way_of_working_version for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'));
create policy way_of_working_agreed_by_the_region on regions.way_of_working_version for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'))
  with check (region_id = platform.actor_region());

-- The value of a region in the field gets what it did not have yet, with the values that change nothing in how it works.
update regions.region set way_of_working = jsonb_build_object(
  'channels', '["website", "phone", "portal", "api"]'::jsonb,
  'routing', 'route-table',
  'preferredFirst', null,
  'distribution', 'meeting',
  'rounds', '[]'::jsonb,
  'inquiry', '{"kind": "working", "hours": 4}'::jsonb,
  'confirmAssignment', '{"kind": "working", "hours": 4}'::jsonb,
  'choice', '{"by": "nobody", "within": {"kind": "working", "hours": 9}, "afterwards": "holder"}'::jsonb,
  'question', '{"kind": "working", "hours": 9}'::jsonb,
  'disclosure', '{"waiting": {"others": "card", "holder": "card"}, "asked": {"asked": "card"}, "taken": {"taker": "identity", "others": "card"}}'::jsonb,
  'ladder', '{"remindAt": 0.75, "steps": [{"step": "wider-circle", "after": {"kind": "clock", "hours": 24}},
    {"step": "joint-discussion", "after": {"kind": "clock", "hours": 48}},
    {"step": "neighbouring-areas", "after": {"kind": "clock", "hours": 72}},
    {"step": "region-manager", "after": {"kind": "clock", "hours": 96}}]}'::jsonb,
  'lightAudience', 'teams',
  'beds', false,
  'desk', true,
  'consult', false,
  'otherParties', '["welfare", "municipality", "case-manager"]'::jsonb
) || way_of_working;
