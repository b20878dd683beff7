-- A region may agree that a new request is asked at the best fitting teams by itself, one after the other, before anybody divides it.
-- The question is an inquiry like any other; which of an organisation's teams the list meant stands beside the party, because a
-- team is asked no more often a day than agreed.
alter table coordination.inquiry drop constraint inquiry_why_is_known;
alter table coordination.inquiry add constraint inquiry_why_is_known
  check (why in ('preferred-first', 'holder', 'to-all', 'assignment', 'at-once'));
alter table coordination.inquiry_party add column team_id uuid references organizations.team;
-- How often a team was asked today: only these rows have a team.
create index inquiry_party_of_team on coordination.inquiry_party (team_id, inquiry_id) where team_id is not null;

-- One turn of asking per request: it begins when the request comes on the list, and ends when nobody is left to ask.
create table coordination.asking_at_once (
  request_id uuid primary key references requests.care_request,
  region_id uuid not null references regions.region,
  begun_at timestamptz not null,
  -- Set while it waits for the end of the quiet hours.
  ask_from timestamptz,
  ended_at timestamptz,
  ended_why text constraint asking_end_is_known check (ended_why in ('nobody-left', 'enough-asked', 'term-over', 'stopped')),
  constraint asking_end_says_why check ((ended_at is null) = (ended_why is null)),
  constraint what_ended_waits_no_longer check (ended_at is null or ask_from is null)
);
create index asking_waits_for_the_morning on coordination.asking_at_once (ask_from) where ask_from is not null;

grant select, insert, update on coordination.asking_at_once to wijkpoort_app;
alter table coordination.asking_at_once enable row level security;
-- Who sees the card may see that it is being asked; only the product itself keeps it.
create policy asking_seen_with_the_card on coordination.asking_at_once for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.care_request r where r.id = request_id));
create policy asking_begun_by_the_system on coordination.asking_at_once for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy asking_kept_by_the_system on coordination.asking_at_once for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
