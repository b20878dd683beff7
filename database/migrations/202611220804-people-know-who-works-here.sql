-- Practitioners, their roles at organisations, the coordinating teams they sit in, and the accounts they sign in with.
create schema people;
grant usage on schema people to wijkpoort_app;

create table people.practitioner (
  id uuid primary key,
  region_id uuid not null references regions.region,
  name text not null,
  phone text,
  created_at timestamptz not null default now()
);

create table people.practitioner_role (
  id uuid primary key,
  region_id uuid not null references regions.region,
  practitioner_id uuid not null references people.practitioner,
  organization_id uuid not null references organizations.organization,
  role text not null constraint practitioner_role_is_known check (role in
    ('referrer', 'nurse', 'organization-administrator', 'region-manager', 'privacy-officer')),
  job_title text not null,
  active boolean not null default true
);
create index practitioner_role_of_practitioner on people.practitioner_role (practitioner_id);
create index practitioner_role_of_organization on people.practitioner_role (organization_id);

create table people.coordinating_team_member (
  coordinating_team_id uuid not null references organizations.coordinating_team,
  practitioner_role_id uuid not null references people.practitioner_role,
  contact boolean not null default false,
  primary key (coordinating_team_id, practitioner_role_id)
);
create index coordinating_team_member_of_role on people.coordinating_team_member (practitioner_role_id);

create table people.user_account (
  id uuid primary key,
  region_id uuid not null references regions.region,
  practitioner_id uuid not null unique references people.practitioner,
  email text not null,
  password_hash text,
  totp_secret bytea,
  totp_last_step bigint,
  -- Goes up whenever what this person may do changes; a session with an older number is looked up again.
  rights_version int not null default 1,
  active boolean not null default true,
  practice_hint text,
  created_at timestamptz not null default now()
);
create unique index user_account_email_once on people.user_account (lower(email));

grant select, insert, update on people.practitioner, people.practitioner_role, people.user_account to wijkpoort_app;
grant select, insert, update, delete on people.coordinating_team_member to wijkpoort_app;

-- A change of role or team counts at once, whoever makes it.
create function people.raise_rights_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, people as $$
declare
  roles uuid[];
begin
  if tg_table_name = 'practitioner_role' then
    update people.user_account set rights_version = rights_version + 1
      where practitioner_id in (new.practitioner_id);
  else
    roles := array[case when tg_op = 'DELETE' then old.practitioner_role_id else new.practitioner_role_id end];
    update people.user_account set rights_version = rights_version + 1
      where practitioner_id in (select practitioner_id from people.practitioner_role where id = any (roles));
  end if;
  return null;
end $$;
create trigger role_changes_count_at_once after insert or update on people.practitioner_role
  for each row execute function people.raise_rights_version();
create trigger membership_changes_count_at_once after insert or update or delete on people.coordinating_team_member
  for each row execute function people.raise_rights_version();

alter table people.practitioner enable row level security;
alter table people.practitioner_role enable row level security;
alter table people.user_account enable row level security;
create policy practitioner_read_in_region on people.practitioner for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system', 'link'));
create policy practitioner_kept_by_administrators on people.practitioner for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('organization.administer')
    or platform.actor_may('region.manage') or platform.actor_kind() = 'system'));
create policy practitioner_changed_by_administrators on people.practitioner for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and exists (select from people.practitioner_role r
      where r.practitioner_id = practitioner.id and r.organization_id = platform.actor_organization()))));
create policy role_read_in_region on people.practitioner_role for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system', 'link'));
create policy role_kept_by_its_organization on people.practitioner_role for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization()
      and role in ('referrer', 'nurse', 'organization-administrator'))));
create policy role_changed_by_its_organization on people.practitioner_role for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization())));
-- Accounts (hashes and secrets) are read only by the sign-in, which acts as the system, and by administrators of their own people.
create policy account_read_by_the_sign_in on people.user_account for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or id = platform.actor_user()
    or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from people.practitioner_role r
      where r.practitioner_id = user_account.practitioner_id and r.organization_id = platform.actor_organization()))));
create policy account_made_by_administrators on people.user_account for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('organization.administer')
    or platform.actor_may('region.manage') or platform.actor_kind() = 'system'));
create policy account_changed_by_administrators on people.user_account for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or id = platform.actor_user()
    or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from people.practitioner_role r
      where r.practitioner_id = user_account.practitioner_id and r.organization_id = platform.actor_organization()))));
