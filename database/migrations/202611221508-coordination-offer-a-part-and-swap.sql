-- An offer of a part becomes a part: of one inquiry several may then be chosen, each for a part of its own.
alter table coordination.inquiry_party drop constraint inquiry_outcome_is_known;
alter table coordination.inquiry_party add constraint inquiry_outcome_is_known
  check (outcome in ('chosen', 'chosen-part', 'not-chosen', 'no-answer'));

-- Who has a client, or a part of the care, proposes to hand it to another organisation. Nothing changes until that says yes too.
create table coordination.swap (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  -- Empty: the whole request.
  part_id uuid,
  from_organization_id uuid not null references organizations.organization,
  to_organization_id uuid not null references organizations.organization,
  remark text,
  takes_over_on date,
  proposed_at timestamptz not null,
  proposed_by uuid references people.user_account,
  answer_by timestamptz not null,
  closed_at timestamptz,
  outcome text constraint swap_outcome_is_known check (outcome in ('accepted', 'refused', 'taken-back', 'no-answer', 'overtaken')),
  reason text,
  closed_by uuid references people.user_account,
  constraint swap_is_between_two check (from_organization_id <> to_organization_id),
  constraint swap_end_says_how check ((closed_at is null) = (outcome is null)),
  constraint refused_swap_has_its_reason check (outcome is distinct from 'refused' or reason is not null)
);
-- One at a time: whoever is asked second would say yes to what may be gone.
create unique index swap_runs_once on coordination.swap (request_id) where closed_at is null;
create index swap_asked_of on coordination.swap (to_organization_id) where closed_at is null;
create index swap_by_answer on coordination.swap (answer_by) where closed_at is null;
create index swap_of_request on coordination.swap (request_id, proposed_at);
grant select, insert, update on coordination.swap to wijkpoort_app;
alter table coordination.swap enable row level security;
-- Between the two, and for whoever keeps the list of the request or oversees the region; not for the requester before it happened.
create policy swap_seen_by_both_and_the_list on coordination.swap for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('requests.take') and platform.actor_organization() in (from_organization_id, to_organization_id))
    or platform.actor_may('requests.oversee')
    or (platform.actor_may('requests.list') and exists (select from requests.care_request r where r.id = request_id
      and (r.coordinating_team_id = any (platform.actor_teams()) or r.holder_coordinating_team_id = any (platform.actor_teams()))))));
create policy swap_made_by_the_system on coordination.swap for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy swap_closed_by_the_system on coordination.swap for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
