-- Tries at the second factor of a private link, counted per request: a few in a quarter of an hour, never a lock.
create table requests.follow_try (
  id bigint generated always as identity primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  at timestamptz not null,
  ok boolean not null
);
create index follow_try_recent on requests.follow_try (request_id, at desc);
create index follow_try_by_age on requests.follow_try (at);
grant select, insert, delete on requests.follow_try to wijkpoort_app;
alter table requests.follow_try enable row level security;
create policy follow_try_of_the_link on requests.follow_try for select to wijkpoort_app
  using (region_id = platform.actor_region() and (request_id = platform.actor_request() or platform.actor_kind() = 'system'));
create policy follow_try_counted_at_the_link on requests.follow_try for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and request_id = platform.actor_request());
create policy follow_try_dropped_by_the_system on requests.follow_try for delete to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
