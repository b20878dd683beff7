-- A file that somebody sent, kept between the preview of what it would change and their yes. Only who sent it sees it; it is
-- removed when it is confirmed, and after a day.
create table platform.import (
  id uuid primary key,
  region_id uuid not null,
  user_id uuid not null,
  kind text not null,
  file_name text not null,
  content bytea not null constraint import_has_a_size check (octet_length(content) <= 33554432),
  made_at timestamptz not null
);
create index import_by_age on platform.import (made_at);
grant select, insert, delete on platform.import to wijkpoort_app;
alter table platform.import enable row level security;
create policy import_seen_by_who_sent_it on platform.import for select to wijkpoort_app
  using (region_id = platform.actor_region() and (user_id = platform.actor_user() or platform.actor_kind() = 'system'));
create policy import_made_by_a_person on platform.import for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and user_id = platform.actor_user());
create policy import_removed_when_done on platform.import for delete to wijkpoort_app
  using (region_id = platform.actor_region() and (user_id = platform.actor_user() or platform.actor_kind() = 'system'));
