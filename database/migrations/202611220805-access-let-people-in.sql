-- Sessions and what guards the door. Tokens are kept as hashes only.
create schema access;
grant usage on schema access to wijkpoort_app;

create table access.session (
  id uuid primary key,
  token_hash bytea not null unique,
  kind text not null constraint session_kind_is_known check (kind in ('browser', 'api')),
  region_id uuid not null references regions.region,
  user_account_id uuid not null references people.user_account,
  practitioner_role_id uuid not null references people.practitioner_role,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  access_point text not null
);
create index session_of_account on access.session (user_account_id) where revoked_at is null;
grant select, insert, update on access.session to wijkpoort_app;
alter table access.session enable row level security;
create policy session_kept_by_the_door on access.session for all to wijkpoort_app
  using (platform.actor_kind() = 'system' or user_account_id = platform.actor_user())
  with check (platform.actor_kind() = 'system' or user_account_id = platform.actor_user());

-- Tries at a door (sign-in, second factor), per keyed hash of who tries; counted, never a hard lock-out.
create table access.attempt (
  id bigint generated always as identity primary key,
  door text not null,
  key_hash bytea not null,
  at timestamptz not null default now(),
  ok boolean not null
);
create index attempt_recent on access.attempt (door, key_hash, at desc);
grant select, insert, delete on access.attempt to wijkpoort_app;

-- Is this session still good, with the rights it was read with? Asked in the same round trip as the page's own query.
create function access.session_holds(of_token bytea, with_rights int) returns boolean
language sql stable security definer set search_path = pg_catalog, access, people
  return exists (
    select from access.session s
      join people.user_account u on u.id = s.user_account_id
      join people.practitioner_role r on r.id = s.practitioner_role_id
    where s.token_hash = of_token and s.revoked_at is null and s.expires_at > now()
      and u.active and r.active and u.rights_version = with_rights);
revoke all on function access.session_holds from public;
grant execute on function access.session_holds to wijkpoort_app;
