-- Asking organisations whether they can take a request, and what they answered. At most one question runs per request.
create table coordination.inquiry (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  -- Why it was asked: the preferred organisation alone, the holder, all at once by agreement, or an assignment to confirm.
  why text not null constraint inquiry_why_is_known check (why in ('preferred-first', 'holder', 'to-all', 'assignment')),
  -- Who settles it: the first yes has it, the holder weighs, or the requester's side chooses.
  settles text not null constraint inquiry_settles_is_known check (settles in ('first-yes', 'holder', 'requester')),
  asked_by uuid references people.user_account,
  asked_by_team uuid references organizations.coordinating_team,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  closed_at timestamptz,
  closed_how text constraint inquiry_closed_how_is_known check (closed_how in
    ('taken', 'no-offer', 'stopped', 'withdrawn')),
  constraint inquiry_end_says_how check ((closed_at is null) = (closed_how is null))
);
create unique index inquiry_runs_once on coordination.inquiry (request_id) where closed_at is null;
create index inquiry_of_request on coordination.inquiry (request_id, asked_at);

create table coordination.inquiry_party (
  inquiry_id uuid not null references coordination.inquiry,
  organization_id uuid not null references organizations.organization,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  answer text constraint inquiry_answer_is_known check (answer in
    ('can-take', 'other-date', 'part', 'need-to-know', 'cannot')),
  start_on date,
  dayparts text[] not null default '{}',
  reason text,
  remark text,
  answered_at timestamptz,
  answered_by uuid references people.user_account,
  -- What came of it: this one got the request, or another did, or it ran out.
  outcome text constraint inquiry_outcome_is_known check (outcome in ('chosen', 'not-chosen', 'no-answer')),
  primary key (inquiry_id, organization_id),
  constraint answer_has_its_moment check ((answer is null) = (answered_at is null)),
  constraint refusal_has_its_reason check (answer is distinct from 'cannot' or reason is not null),
  constraint other_date_has_its_date check (answer is distinct from 'other-date' or start_on is not null)
);
create index inquiry_party_asked on coordination.inquiry_party (organization_id, request_id);
create index inquiry_party_of_request on coordination.inquiry_party (request_id);
-- One of the parties has it: held here, whatever the code says.
create unique index one_party_is_chosen on coordination.inquiry_party (inquiry_id) where outcome = 'chosen';
-- The day on which the taker said it would begin, when that is another than was asked.
alter table coordination.assignment add column starts_on date;

grant select, insert, update on coordination.inquiry, coordination.inquiry_party to wijkpoort_app;

alter table coordination.inquiry enable row level security;
create policy inquiry_seen_with_the_card on coordination.inquiry for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.care_request r where r.id = request_id));
create policy inquiry_made_by_the_system on coordination.inquiry for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy inquiry_closed_by_the_system on coordination.inquiry for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

alter table coordination.inquiry_party enable row level security;
-- A party sees its own answer; those on whose list the request is and who oversees see all; the requester's side sees what it
-- may choose from.
create policy answer_seen_by_its_own on coordination.inquiry_party for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('requests.take') and organization_id = platform.actor_organization())
    or platform.actor_may('requests.oversee')
    or exists (select from requests.care_request r where r.id = request_id and (
      (platform.actor_may('requests.list') and (r.coordinating_team_id = any (platform.actor_teams())
        or r.holder_coordinating_team_id = any (platform.actor_teams())))
      or (r.choice_by is not null and answer in ('can-take', 'other-date', 'part') and (
        (platform.actor_verified() and r.id = platform.actor_request())
        or (platform.actor_may('requests.refer') and r.requester_organization_id = platform.actor_organization())))))));
create policy party_asked_by_the_system on coordination.inquiry_party for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy answered_by_its_own on coordination.inquiry_party for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('requests.take') and organization_id = platform.actor_organization())));
