-- The ground every module stands on: who acts, what happened (outbox), mail to send, and what kind of installation this is.
-- The app connects as wijkpoort_app, which owns nothing and cannot bypass row-level security.

create schema platform;
grant usage on schema platform to wijkpoort_app;

-- Who acts, set by the app at the start of every transaction and gone at its end.
create function platform.actor_kind() returns text language sql stable parallel safe
  return coalesce(current_setting('wijkpoort.kind', true), '');
create function platform.actor_region() returns uuid language sql stable parallel safe
  return nullif(current_setting('wijkpoort.region', true), '')::uuid;
create function platform.actor_user() returns uuid language sql stable parallel safe
  return nullif(current_setting('wijkpoort.user', true), '')::uuid;
create function platform.actor_organization() returns uuid language sql stable parallel safe
  return nullif(current_setting('wijkpoort.organization', true), '')::uuid;
create function platform.actor_teams() returns uuid[] language sql stable parallel safe
  return coalesce(nullif(current_setting('wijkpoort.teams', true), ''), '{}')::uuid[];
create function platform.actor_may(permission text) returns boolean language sql stable parallel safe
  return permission = any (coalesce(nullif(current_setting('wijkpoort.permissions', true), ''), '{}')::text[]);
-- The one request a private link opens, and whether the second factor was given.
create function platform.actor_request() returns uuid language sql stable parallel safe
  return nullif(current_setting('wijkpoort.request', true), '')::uuid;
create function platform.actor_verified() returns boolean language sql stable parallel safe
  return coalesce(current_setting('wijkpoort.verified', true), '') = 'yes';
-- The keyed hash of the private link of a draft.
create function platform.actor_draft() returns text language sql stable parallel safe
  return coalesce(current_setting('wijkpoort.draft', true), '');

-- What kind of installation this database is; one row, written when it is made and never changed.
create table platform.installation (
  only_one boolean primary key default true constraint installation_is_one_row check (only_one),
  practice boolean not null,
  made_at timestamptz not null default now()
);
grant select on platform.installation to wijkpoort_app;

-- What happened, for live pages and other processes. The cursor is (xid, id): an id alone can commit out of order.
create table platform.outbox (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  region_id uuid not null,
  topic text not null,
  kind text not null,
  subject_id uuid,
  payload jsonb not null default '{}'
);
create index outbox_in_commit_order on platform.outbox (xid, id);
create index outbox_by_age on platform.outbox using brin (at);
grant select, insert on platform.outbox to wijkpoort_app;

-- Mail waiting to be sent, and in practice mode the mail that was caught. Bodies hold a link, never personal data.
create table platform.mail (
  id uuid primary key,
  region_id uuid not null,
  subject_id uuid,
  to_address text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts int not null default 0,
  last_error text
);
create index mail_unsent on platform.mail (created_at) where sent_at is null;
create index mail_recent on platform.mail (region_id, created_at desc);
grant select, insert, update on platform.mail to wijkpoort_app;
alter table platform.mail enable row level security;
create policy mail_written_by_anyone on platform.mail for insert to wijkpoort_app
  with check (region_id = platform.actor_region());
create policy mail_read_by_the_sender on platform.mail for select to wijkpoort_app
  using (platform.actor_kind() = 'system' and region_id = platform.actor_region());
create policy mail_marked_by_the_sender on platform.mail for update to wijkpoort_app
  using (platform.actor_kind() = 'system' and region_id = platform.actor_region());

-- A command that was answered once is answered the same again (a retry after a lost connection).
create table platform.idempotency (
  actor_key text not null,
  key text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (actor_key, key)
);
create index idempotency_by_age on platform.idempotency (at);
grant select, insert, delete on platform.idempotency to wijkpoort_app;

-- Jobs are added in the transaction of the change that wants them. The queue's own tables belong to the owner.
create function platform.add_job(task text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, job_key_mode => 'replace');
end $$;
revoke all on function platform.add_job from public;
grant execute on function platform.add_job to wijkpoort_app;
