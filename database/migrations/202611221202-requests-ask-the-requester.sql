-- A question to whoever asked for the care. The clock of the request rests until the answer, or until the moment to answer has
-- passed. The words of the question carry nothing personal; the answer may, and stands with the identity (`supplement`).
create table requests.question (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  text text not null,
  asked_at timestamptz not null,
  asked_by_organization_id uuid references organizations.organization,
  answer_by timestamptz not null,
  -- The moment that counted before the clock rested: what was left of it is left afterwards.
  act_by_before timestamptz not null,
  closed_at timestamptz,
  answered boolean,
  constraint question_end_says_how check ((closed_at is null) = (answered is null))
);
create unique index question_runs_once on requests.question (request_id) where closed_at is null;
grant select, insert, update on requests.question to wijkpoort_app;
alter table requests.question enable row level security;
create policy question_seen_with_the_card on requests.question for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.care_request r where r.id = request_id));
create policy question_asked_by_the_system on requests.question for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy question_closed_by_the_system on requests.question for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
