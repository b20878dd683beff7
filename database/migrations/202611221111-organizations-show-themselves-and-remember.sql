-- The public face of an organisation: contact people, places, electronic addresses, when its facts were last confirmed; and
-- what everything looked like before, for whoever asks what changed (pages, and _history in FHIR).

alter table organizations.organization
  add column ura text constraint ura_has_eight_digits check (ura ~ '^[0-9]{8}$'),
  -- Six months after this, somebody of the organisation looks at its facts again.
  add column confirmed_at timestamptz,
  add column confirmed_by uuid,
  -- When they were last asked by mail.
  add column confirm_asked_at timestamptz;
alter table organizations.team add column updated_at timestamptz not null default now();
alter table organizations.coordinating_team
  add column version int not null default 1,
  add column updated_at timestamptz not null default now();

-- Whom a neighbourhood knows: a first name, never more of a name. Readable by anyone.
create table organizations.contact_person (
  id uuid primary key,
  region_id uuid not null references regions.region,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  organization_id uuid references organizations.organization,
  first_name text not null,
  job_title text not null,
  -- The keyed name of the picture in contact_photo, different for every picture; null without one.
  photo text,
  position int not null default 0,
  version int not null default 1,
  updated_at timestamptz not null default now()
);
create index contact_person_of_team on organizations.contact_person (coordinating_team_id, position);
create index contact_person_of_organization on organizations.contact_person (organization_id);

-- Apart from the person: whoever lists people does not carry pictures along.
create table organizations.contact_photo (
  contact_person_id uuid primary key references organizations.contact_person on delete cascade,
  region_id uuid not null references regions.region,
  content_type text not null constraint contact_photo_is_a_picture check (content_type in ('image/jpeg', 'image/png')),
  content bytea not null constraint contact_photo_is_small check (octet_length(content) between 1 and 1048576),
  width int not null,
  height int not null
);

create table organizations.location (
  id uuid primary key,
  region_id uuid not null references regions.region,
  organization_id uuid not null references organizations.organization,
  team_id uuid references organizations.team,
  name text not null,
  street text not null,
  postcode text not null constraint location_postcode_is_whole check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  place text not null,
  phone text,
  opening_hours text not null default '',
  latitude double precision constraint location_latitude_exists check (latitude between -90 and 90),
  longitude double precision constraint location_longitude_exists check (longitude between -180 and 180),
  active boolean not null default true,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  constraint location_point_is_whole check ((latitude is null) = (longitude is null))
);
create index location_of_organization on organizations.location (organization_id);
create index location_of_team on organizations.location (team_id);

-- Where the systems of an organisation can be reached, and for which messages.
create table organizations.endpoint (
  id uuid primary key,
  region_id uuid not null references regions.region,
  organization_id uuid not null references organizations.organization,
  name text not null,
  connection_type text not null constraint endpoint_connection_is_known check (connection_type in
    ('hl7-fhir-rest', 'hl7-fhir-msg', 'hl7v2-mllp', 'secure-email')),
  payload_types text[] not null default '{}',
  address text not null,
  active boolean not null default true,
  version int not null default 1,
  updated_at timestamptz not null default now()
);
create index endpoint_of_organization on organizations.endpoint (organization_id);

-- What each object looked like after each change, in the order in which the changes were committed. `what` is null when it
-- was removed. Written by the triggers below only: who changes something cannot leave it out, and nobody can rewrite it.
create table organizations.change (
  id bigint generated always as identity primary key,
  region_id uuid not null references regions.region,
  object_type text not null constraint changed_object_is_known check (object_type in
    ('organization', 'team', 'coordinating-team', 'contact-person', 'location', 'endpoint')),
  object_id uuid not null,
  organization_id uuid,
  version int not null,
  action text not null constraint change_action_is_known check (action in ('C', 'U', 'D')),
  at timestamptz not null,
  by_user uuid,
  by_organization uuid,
  -- Names of the columns that differ from the version before.
  fields text[] not null,
  what jsonb,
  -- One row per object says how it is now.
  newest boolean not null default true,
  unique (object_type, object_id, version)
);
create unique index change_newest_once on organizations.change (object_type, object_id) where newest;
create index change_in_order on organizations.change (region_id, object_type, id);
create index change_of_organization on organizations.change (organization_id, id desc);

create function organizations.raise_version() returns trigger
language plpgsql set search_path = pg_catalog as $$
declare
  aside constant text[] := '{version,updated_at,confirmed_at,confirmed_by,confirm_asked_at}';
begin
  if new.version = old.version and to_jsonb(new) - aside is distinct from to_jsonb(old) - aside then
    new.version := old.version + 1;
  end if;
  if new.version <> old.version and new.updated_at = old.updated_at then
    new.updated_at := now();
  end if;
  return new;
end $$;

-- At commit, so that a team is remembered with the areas that were saved after it. One at a time: the ids and the moments
-- are in the order of the commits, and who asks for all changes since a moment misses none.
create function organizations.remember(kind text, key uuid, gone jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  aside constant text[] := '{version,updated_at,confirmed_at,confirmed_by,confirm_asked_at}';
  before record;
  found jsonb;
  moment timestamptz;
begin
  execute format('select to_jsonb(o) from organizations.%I o where o.id = $1', replace(kind, '-', '_')) into found using key;
  if found is null and gone is null then return; end if;
  if kind = 'team' and found is not null then
    found := found || jsonb_build_object('pc4s',
      (select coalesce(jsonb_agg(a.pc4 order by a.pc4), '[]') from organizations.service_area a where a.team_id = key));
  end if;
  perform pg_advisory_xact_lock(7105, 3);
  select c.version, c.what into before from organizations.change c
    where c.object_type = kind and c.object_id = key and c.newest;
  if found is not null and before.version >= (found ->> 'version')::int then return; end if;
  if found is null and before.version is not null and before.what is null then return; end if;
  -- Who fills or mends as the owner, with nobody acting, says the moment in updated_at.
  moment := case when platform.actor_kind() = '' and found is not null
    then (found ->> 'updated_at')::timestamptz else clock_timestamp() end;
  update organizations.change c set newest = false where c.object_type = kind and c.object_id = key and c.newest;
  insert into organizations.change
    (region_id, object_type, object_id, organization_id, version, action, at, by_user, by_organization, fields, what)
  values (
    (coalesce(found, gone) ->> 'region_id')::uuid, kind, key,
    case when kind = 'organization' then key else (coalesce(found, gone) ->> 'organization_id')::uuid end,
    coalesce((found ->> 'version')::int, before.version + 1, 1),
    case when found is null then 'D' when before.version is null then 'C' else 'U' end,
    moment, platform.actor_user(), platform.actor_organization(),
    case when found is null then '{}' else array(
      select e.key from jsonb_each(found - aside) e
      where before.what is null or e.value is distinct from before.what -> e.key order by e.key) end,
    found - '{confirmed_by,confirm_asked_at}'::text[]);
end $$;
revoke all on function organizations.remember from public;

create function organizations.remember_change() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    perform organizations.remember(replace(tg_table_name, '_', '-'), old.id, to_jsonb(old));
  else
    perform organizations.remember(replace(tg_table_name, '_', '-'), new.id, null);
  end if;
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['organization', 'team', 'coordinating_team', 'contact_person', 'location', 'endpoint'] loop
    execute format('create trigger %I before update on organizations.%I for each row execute function organizations.raise_version()',
      name || '_counts_its_versions', name);
    execute format('create constraint trigger %I after insert or update or delete on organizations.%I
      deferrable initially deferred for each row execute function organizations.remember_change()',
      name || '_is_remembered', name);
    -- What was there before this migration gets its first version.
    execute format('select organizations.remember(%L, o.id, null) from organizations.%I o', replace(name, '_', '-'), name);
  end loop;
end $$;

grant select, insert, update, delete on organizations.contact_person, organizations.contact_photo, organizations.location,
  organizations.endpoint to wijkpoort_app;
grant select on organizations.change to wijkpoort_app;

-- Anyone may read these facts; only those whose work it is change them, and only their own.
alter table organizations.contact_person enable row level security;
create policy contact_person_read_in_region on organizations.contact_person for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy contact_person_kept_by_its_own on organizations.contact_person for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())))
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())));
alter table organizations.contact_photo enable row level security;
create policy contact_photo_read_in_region on organizations.contact_photo for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy contact_photo_kept_by_its_own on organizations.contact_photo for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and exists (select from organizations.contact_person p
      where p.id = contact_person_id and p.organization_id = platform.actor_organization()))))
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and exists (select from organizations.contact_person p
      where p.id = contact_person_id and p.organization_id = platform.actor_organization()))));
alter table organizations.location enable row level security;
create policy location_read_in_region on organizations.location for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy location_kept_by_its_own on organizations.location for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())))
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())));
alter table organizations.endpoint enable row level security;
create policy endpoint_read_in_region on organizations.endpoint for select to wijkpoort_app
  using (region_id = platform.actor_region());
create policy endpoint_kept_by_its_own on organizations.endpoint for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())))
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())));
alter table organizations.change enable row level security;
create policy change_read_in_region on organizations.change for select to wijkpoort_app
  using (region_id = platform.actor_region());
