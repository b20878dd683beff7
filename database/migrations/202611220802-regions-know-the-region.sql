-- The region, its municipalities and postcode areas, its way of working and its reason lists. No personal data.
create schema regions;
grant usage on schema regions to wijkpoort_app;

create table regions.region (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  colour text not null default 'green',
  way_of_working jsonb not null,
  created_at timestamptz not null default now()
);

create table regions.municipality (
  id uuid primary key,
  region_id uuid not null references regions.region,
  name text not null,
  unique (region_id, name)
);

create table regions.postcode_area (
  region_id uuid not null references regions.region,
  pc4 text not null constraint postcode_area_has_four_digits check (pc4 ~ '^[1-9][0-9]{3}$'),
  place text not null,
  municipality_id uuid not null references regions.municipality,
  latitude double precision not null,
  longitude double precision not null,
  primary key (region_id, pc4)
);

-- Why something was refused, returned, withdrawn or closed: data, so that a region can change its own lists.
create table regions.reason (
  region_id uuid not null references regions.region,
  list text not null constraint reason_list_is_known
    check (list in ('refusal', 'return', 'withdrawal', 'closing', 'wish-not-met')),
  code text not null,
  label text not null,
  wants_text boolean not null default false,
  position int not null,
  active boolean not null default true,
  primary key (region_id, list, code)
);

grant select, insert, update on all tables in schema regions to wijkpoort_app;
grant delete on regions.postcode_area to wijkpoort_app;
