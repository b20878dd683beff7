-- Help that is not home nursing (the municipality, the general practitioner, independent support), per municipality. Public
-- facts; the region keeps them.
create schema directory;
grant usage on schema directory to wijkpoort_app;

create table directory.other_help (
  municipality_id uuid not null references regions.municipality on delete cascade,
  kind text not null constraint other_help_kind_is_known check (kind in ('wmo', 'gp', 'out-of-hours', 'wlz', 'client-support')),
  region_id uuid not null references regions.region,
  name text not null constraint other_help_has_a_name check (name <> ''),
  phone text,
  website text,
  hours text not null default '',
  updated_at timestamptz not null default now(),
  primary key (municipality_id, kind)
);

grant select, insert, update, delete on directory.other_help to wijkpoort_app;

alter table directory.other_help enable row level security;
create policy other_help_read_in_region on directory.other_help for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy other_help_kept_by_the_region on directory.other_help for all to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('region.manage'))
  with check (region_id = platform.actor_region() and platform.actor_may('region.manage'));
