-- The log of NEN 7513:2018 (chapters 5 to 9): append only, one row per read or write of a client's data, written in the
-- transaction of that read or write. Never a BSN, never free text.
create schema audit;
grant usage on schema audit to wijkpoort_app;

create table audit.event (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  region_id uuid not null,
  event_type text not null,
  action text not null constraint event_action_is_of_the_norm check (action in ('C', 'R', 'U', 'D', 'E')),
  outcome text not null default 'success' constraint event_outcome_is_known check (outcome in ('success', 'refused', 'failed')),
  actor_kind text not null,
  user_id uuid,
  user_name text,
  user_role text,
  organization_id uuid,
  organization_name text,
  responsible_user_id uuid,
  access_point text not null,
  care_request_id uuid,
  object_type text not null,
  object_id uuid,
  fields text[] not null default '{}',
  legal_basis text not null,
  authorization_rule text not null,
  consent_id uuid,
  break_glass boolean not null default false,
  source_system text not null default 'wijkpoort',
  http_request_id text not null
);
create index event_of_request on audit.event (care_request_id, at desc) where care_request_id is not null;
create index event_recent on audit.event (region_id, at desc);
create index event_of_user on audit.event (user_id, at desc) where user_id is not null;
create index event_in_commit_order on audit.event (xid, id);
grant select, insert on audit.event to wijkpoort_app;

alter table audit.event enable row level security;
create policy event_written_by_whoever_acts on audit.event for insert to wijkpoort_app
  with check (region_id = platform.actor_region());
create policy event_read_by_the_privacy_officer on audit.event for select to wijkpoort_app
  using (region_id = platform.actor_region() and (
    platform.actor_may('audit.read')
    or (platform.actor_kind() = 'link' and platform.actor_verified() and care_request_id = platform.actor_request())
    or platform.actor_kind() = 'system'
  ));

-- The chain. Rows are sealed in commit order shortly after they are written, so that writers never wait for one another.
-- Each seal holds the hash of the row's whole text and of the seal before it; the newest seal is also kept outside the
-- database (see audit's README), so that a cut-off tail is found as well.
create table audit.seal (
  position bigint primary key,
  event_id bigint not null unique references audit.event,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp()
);
grant select on audit.seal to wijkpoort_app;

create function audit.hash_of(e audit.event, previous bytea) returns bytea
language sql immutable parallel safe
  return sha256(previous || convert_to(concat_ws(E'\x1f',
    e.id::text, extract(epoch from e.at)::text, e.region_id::text, e.event_type, e.action, e.outcome, e.actor_kind,
    coalesce(e.user_id::text, '-'), coalesce(e.user_name, '-'), coalesce(e.user_role, '-'),
    coalesce(e.organization_id::text, '-'), coalesce(e.organization_name, '-'),
    coalesce(e.responsible_user_id::text, '-'), e.access_point, coalesce(e.care_request_id::text, '-'), e.object_type,
    coalesce(e.object_id::text, '-'), array_to_string(e.fields, ','), e.legal_basis, e.authorization_rule,
    coalesce(e.consent_id::text, '-'), e.break_glass::text, e.source_system, e.http_request_id), 'UTF8'));

-- Seals what has committed; answers how many rows it sealed. One sealer at a time.
create function audit.seal_events(at_most int default 5000) returns int
language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  sealed int := 0;
  last_position bigint;
  last_hash bytea;
  last_xid xid8;
  last_id bigint;
  e audit.event;
begin
  if not pg_try_advisory_xact_lock(hashtext('audit.seal')) then return 0; end if;
  select s.position, s.hash, v.xid, v.id into last_position, last_hash, last_xid, last_id
    from audit.seal s join audit.event v on v.id = s.event_id order by s.position desc limit 1;
  last_position := coalesce(last_position, 0);
  last_hash := coalesce(last_hash, '\x');
  for e in
    select v.* from audit.event v
    where v.xid < pg_snapshot_xmin(pg_current_snapshot())
      and (last_xid is null or (v.xid, v.id) > (last_xid, last_id))
    order by v.xid, v.id limit at_most
  loop
    last_position := last_position + 1;
    last_hash := audit.hash_of(e, last_hash);
    insert into audit.seal (position, event_id, hash) values (last_position, e.id, last_hash);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
revoke all on function audit.seal_events from public;
grant execute on function audit.seal_events to wijkpoort_app;

-- The first position where the chain does not hold, or nothing. Edits, deletions and swaps show here; a cut-off tail
-- shows against the seal that was kept outside.
create function audit.first_broken_seal() returns bigint
language plpgsql stable security definer set search_path = pg_catalog, audit as $$
declare
  expected bigint := 0;
  previous bytea := '\x';
  s record;
  e audit.event;
begin
  for s in select position, event_id, hash from audit.seal order by position loop
    expected := expected + 1;
    if s.position <> expected then return expected; end if;
    select * into e from audit.event where id = s.event_id;
    if not found or audit.hash_of(e, previous) <> s.hash then return s.position; end if;
    previous := s.hash;
  end loop;
  return null;
end $$;
revoke all on function audit.first_broken_seal from public;
grant execute on function audit.first_broken_seal to wijkpoort_app;
