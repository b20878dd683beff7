-- What a desk hears on the phone, what it promised, and the advice that a holder asks of a specialist.
create table coordination.call (
  id uuid primary key,
  region_id uuid not null references regions.region,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  -- One per form that was opened, also of the request that comes of it: pressed twice is one call.
  sent_key uuid not null constraint call_logged_once unique,
  taken_at timestamptz not null,
  taken_by uuid not null references people.user_account,
  taken_by_name text not null,
  caller_kind text not null constraint caller_is_known check (caller_kind in ('client', 'informal-carer', 'gp', 'hospital',
    'rehabilitation', 'home-care', 'case-manager', 'social-team')),
  caller_name text not null,
  caller_phone text,
  note text not null default '',
  request_id uuid references requests.care_request on delete cascade,
  -- The request that is being written down while talking, sealed; empty again once it was sent.
  intake_sealed bytea,
  intake_kept_at timestamptz,
  constraint intake_has_its_moment check ((intake_sealed is null) = (intake_kept_at is null))
);
create index call_of_team on coordination.call (coordinating_team_id, taken_at desc);
create index call_of_request on coordination.call (request_id) where request_id is not null;
grant select, insert, update, delete on coordination.call to wijkpoort_app;
alter table coordination.call enable row level security;
create policy call_heard_by_its_desk on coordination.call for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));
create policy call_logged_by_its_desk on coordination.call for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_may('desk.work')
    and coordinating_team_id = any (platform.actor_teams()));
create policy call_changed_by_its_desk on coordination.call for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('desk.work')
    and coordinating_team_id = any (platform.actor_teams()));
create policy call_forgotten_by_the_system on coordination.call for delete to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

-- "We call you back before 14:00": made in a call, or by "bel mij terug" on the website.
create table coordination.promise (
  id uuid primary key,
  region_id uuid not null references regions.region,
  -- Who must keep it now.
  coordinating_team_id uuid not null references organizations.coordinating_team,
  call_id uuid references coordination.call on delete cascade,
  callback_id uuid constraint callback_promised_once unique references requests.callback on delete cascade,
  -- Whom it was promised to, also for the desk that gets it when the first one is late and never heard the call.
  about_name text,
  about_phone text,
  words text not null,
  due_at timestamptz not null,
  made_at timestamptz not null,
  made_by_name text,
  done_at timestamptz,
  done_by_name text,
  escalation_level smallint not null default 0,
  -- The next moment at which somebody is told that it was not kept.
  escalate_at timestamptz,
  constraint promise_is_about_somebody check (num_nonnulls(call_id, callback_id) = 1),
  constraint promise_of_a_call_names_who_called check (call_id is null or about_name is not null),
  constraint kept_promise_is_left_alone check (done_at is null or escalate_at is null)
);
create index promise_open on coordination.promise (coordinating_team_id, due_at) where done_at is null;
create index promise_of_call on coordination.promise (call_id) where call_id is not null;
create index promise_to_escalate on coordination.promise (escalate_at) where escalate_at is not null;
grant select, insert, update on coordination.promise to wijkpoort_app;
alter table coordination.promise enable row level security;
create policy promise_seen_by_its_desk on coordination.promise for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));
create policy promise_made_by_its_desk on coordination.promise for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));
create policy promise_kept_by_its_desk on coordination.promise for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));
-- Who was to be called back already.
insert into coordination.promise (id, region_id, coordinating_team_id, callback_id, words, due_at, made_at, done_at, escalate_at)
  select gen_random_uuid(), region_id, coordinating_team_id, id, 'Terugbellen', act_by, asked_at, called_at,
      case when called_at is null then act_by end
    from requests.callback;
-- The desk that keeps the promise sees whom to call; it may have come from another desk.
drop policy callback_seen_by_its_team on requests.callback;
create policy callback_seen_by_its_desk on requests.callback for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));
drop policy callback_done_by_its_team on requests.callback;
create policy callback_done_by_its_desk on requests.callback for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('desk.work') and coordinating_team_id = any (platform.actor_teams()))));

-- A question to a specialist about a request that stays where it is. Neither question nor answer carries who it is about.
create table coordination.consult (
  id uuid primary key,
  region_id uuid not null references regions.region,
  request_id uuid not null references requests.care_request on delete cascade,
  asked_team_id uuid not null references organizations.coordinating_team,
  asked_by uuid not null references people.user_account,
  asked_by_name text not null,
  asked_by_organization_id uuid not null references organizations.organization,
  question text not null,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  -- Told once to both sides that the moment passed; the question stays open.
  late_told_at timestamptz,
  answer text,
  answered_at timestamptz,
  answered_by_name text,
  withdrawn_at timestamptz,
  constraint answer_has_its_author check (num_nulls(answer, answered_at, answered_by_name) in (0, 3)),
  constraint consult_ends_once check (answered_at is null or withdrawn_at is null)
);
create unique index consult_runs_once_per_team on coordination.consult (request_id, asked_team_id)
  where answered_at is null and withdrawn_at is null;
create index consult_of_request on coordination.consult (request_id, asked_at);
create index consult_of_team on coordination.consult (asked_team_id, asked_at desc);
create index consult_due on coordination.consult (answer_by)
  where answered_at is null and withdrawn_at is null and late_told_at is null;
grant select, insert, update on coordination.consult to wijkpoort_app;
alter table coordination.consult enable row level security;
create policy consult_seen_by_who_is_concerned on coordination.consult for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('consult.answer') and asked_team_id = any (platform.actor_teams()) and withdrawn_at is null)
    or ((platform.actor_may('requests.list') or platform.actor_may('requests.oversee'))
      and exists (select from requests.care_request r where r.id = request_id))));
create policy consult_asked_by_the_system on coordination.consult for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy consult_answered_by_the_system on coordination.consult for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

-- The card of what one was asked about, while it waits for an answer and a week after: a door of its own, so that who gives advice
-- finds the request nowhere else and can do nothing with it. Not parsed beforehand: it follows the columns of the card.
create function coordination.card_consulted(of_consult uuid) returns setof requests.care_request
language sql stable security definer set search_path = pg_catalog as $$
  select r.* from coordination.consult c join requests.care_request r on r.id = c.request_id
    where c.id = of_consult and c.region_id = platform.actor_region() and c.withdrawn_at is null
      and platform.actor_may('consult.answer') and c.asked_team_id = any (platform.actor_teams())
      and r.state in ('submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned', 'started')
      and (c.answered_at is null or c.answered_at > now() - interval '7 days')
$$;
revoke all on function coordination.card_consulted from public;
grant execute on function coordination.card_consulted to wijkpoort_app;
