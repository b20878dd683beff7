-- Organisations, their teams, and the coordinating teams (people of several organisations). Public facts, no clients.
create schema organizations;
grant usage on schema organizations to wijkpoort_app;

create table organizations.organization (
  id uuid primary key,
  region_id uuid not null references regions.region,
  slug text not null,
  name text not null,
  kind text not null constraint organization_kind_is_known check (kind in
    ('provider', 'hospital', 'gp-practice', 'rehabilitation', 'case-management', 'social-team', 'region-office')),
  phone text,
  email text,
  website text,
  agb_code text,
  description text not null default '',
  care_kinds text[] not null default '{}',
  expertises text[] not null default '{}',
  languages text[] not null default '{}',
  faiths text[] not null default '{}',
  insurers text[] not null default '{}',
  quality_url text,
  active boolean not null default true,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  unique (region_id, slug)
);

create table organizations.team (
  id uuid primary key,
  region_id uuid not null references regions.region,
  organization_id uuid not null references organizations.organization,
  name text not null,
  phone text,
  care_kinds text[] not null default '{}',
  expertises text[] not null default '{}',
  active boolean not null default true,
  version int not null default 1
);
create index team_of_organization on organizations.team (organization_id);

create table organizations.service_area (
  team_id uuid not null references organizations.team on delete cascade,
  pc4 text not null,
  primary key (team_id, pc4)
);
create index service_area_of_postcode on organizations.service_area (pc4);

-- A team of nurses of several organisations, a specialised team, or a desk: whoever can hold a request.
create table organizations.coordinating_team (
  id uuid primary key,
  region_id uuid not null references regions.region,
  slug text not null,
  name text not null,
  kind text not null constraint coordinating_team_kind_is_known check (kind in ('area', 'specialised', 'desk')),
  expertise text,
  phone text not null,
  phone_hours text not null,
  email text not null,
  description text not null default '',
  active boolean not null default true,
  unique (region_id, slug)
);

grant select, insert, update on all tables in schema organizations to wijkpoort_app;
grant delete on organizations.service_area to wijkpoort_app;

-- Anyone may read these facts; only those whose work it is change them, and only their own.
alter table organizations.organization enable row level security;
create policy organization_read_in_region on organizations.organization for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy organization_made_by_the_region on organizations.organization for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'));
create policy organization_changed_by_its_own on organizations.organization for update to wijkpoort_app
  using (region_id = platform.actor_region() and (
    platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and id = platform.actor_organization())));
alter table organizations.team enable row level security;
create policy team_read_in_region on organizations.team for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy team_made_by_its_own on organizations.team for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (
    platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())));
create policy team_changed_by_its_own on organizations.team for update to wijkpoort_app
  using (region_id = platform.actor_region() and (
    platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())));
