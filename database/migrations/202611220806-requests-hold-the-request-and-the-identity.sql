-- A request for care in two parts: the card (no identity; what the nurses of all organisations see) and the identity
-- behind it (opens for the taker). Rule 1 (always one holder and one act-by) and rule 2 (anonymous first) are held here.
create schema requests;
grant usage on schema requests to wijkpoort_app;

create table requests.care_request (
  id uuid primary key,
  region_id uuid not null references regions.region,
  number text not null unique,
  -- The draft or form this came from: a double send finds the first.
  sent_key uuid not null constraint care_request_sent_once unique,
  source text not null constraint source_is_known check (source in ('client', 'informal-carer', 'gp', 'hospital',
    'rehabilitation', 'home-care', 'case-manager', 'social-team')),
  channel text not null constraint channel_is_known check (channel in ('website', 'phone', 'portal', 'api')),
  requester_organization_id uuid references organizations.organization,
  requester_user_id uuid references people.user_account,

  -- Where it is in its life, and who answers for it until when.
  state text not null constraint state_is_known check (state in ('submitted', 'triage', 'listed', 'offered', 'proposed',
    'assigned', 'started', 'closed', 'redirected', 'withdrawn')),
  state_since timestamptz not null,
  priority text not null constraint priority_is_known check (priority in
    ('today', 'within-24-hours', 'within-48-hours', 'this-week', 'planned')),
  -- On whose list it is; stays when somebody took it, for who must see that.
  coordinating_team_id uuid references organizations.coordinating_team,
  holder_coordinating_team_id uuid references organizations.coordinating_team,
  holder_organization_id uuid references organizations.organization,
  act_by timestamptz,
  taker_organization_id uuid references organizations.organization,
  escalation_level smallint not null default 0,
  -- Lower comes first on the list: 0 returned or escalated, 1 otherwise.
  list_rank smallint not null default 1,
  submitted_at timestamptz not null,
  returned_at timestamptz,
  return_reason text,
  date_changed_at timestamptz,
  supplemented_at timestamptz,
  withdrawal_reason text,
  started_on date,
  ended_at timestamptz,
  version int not null default 1,

  -- The card.
  pc4 text not null,
  age_band text not null,
  gender text constraint gender_is_known check (gender in ('female', 'male', 'other', 'unknown')),
  care_kinds text[] not null constraint care_is_asked check (cardinality(care_kinds) > 0),
  dayparts text[] not null default '{}',
  times_per_week int,
  hours_per_week numeric(5, 2),
  start_on date,
  start_certainty text not null default 'expected'
    constraint start_certainty_is_known check (start_certainty in ('certain', 'expected', 'unknown')),
  discharge_on date,
  location text not null default 'home' constraint location_is_known check (location in
    ('home', 'hospital', 'rehabilitation', 'nursing-home', 'hospice')),
  expected_duration text constraint expected_duration_is_known check (expected_duration in
    ('short', 'long', 'terminal', 'unknown')),
  financing text constraint financing_is_known check (financing in ('zvw', 'wlz', 'wmo', 'youth', 'private', 'unknown')),
  insurer text,
  indication text constraint indication_is_known check (indication in ('present', 'to-do')),
  nursing_actions jsonb not null default '[]',
  two_carers boolean not null default false,
  palliative boolean not null default false,
  alerts text[] not null default '{}',
  preferred_organization_id uuid references organizations.organization,
  existing_organization_id uuid references organizations.organization,
  languages text[] not null default '{}',
  faith text,
  carer_gender text constraint carer_gender_is_known check (carer_gender in ('female', 'male')),
  -- The question in words, without what looked personal; the full text stands with the identity.
  question text not null default '',
  question_withheld boolean not null default false,
  warm_handover boolean not null default false,

  constraint open_request_has_one_holder check (
    state in ('started', 'closed', 'redirected', 'withdrawn')
    or (num_nonnulls(holder_coordinating_team_id, holder_organization_id) = 1 and act_by is not null)),
  constraint taken_request_has_a_taker check (state not in ('assigned', 'started') or taker_organization_id is not null)
);
-- The worklist: open requests of one team in the order in which they need acting on. Partial, so it stays flat while history grows.
create index care_request_list on requests.care_request (coordinating_team_id, list_rank, act_by, id)
  where state in ('submitted', 'triage', 'listed', 'offered', 'proposed');
create index care_request_taken_list on requests.care_request (coordinating_team_id, act_by, id) where state = 'assigned';
create index care_request_taken on requests.care_request (taker_organization_id, state, state_since desc, id)
  where taker_organization_id is not null;
create index care_request_overdue on requests.care_request (act_by)
  where state in ('submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned');
create index care_request_started on requests.care_request (state_since) where state = 'started';
create index care_request_referred on requests.care_request (requester_organization_id, submitted_at desc, id)
  where requester_organization_id is not null;
create index care_request_of_team on requests.care_request (coordinating_team_id, submitted_at desc, id);
create index care_request_of_region on requests.care_request (region_id, submitted_at desc, id);
grant select, insert, update on requests.care_request to wijkpoort_app;

alter table requests.care_request enable row level security;
create policy card_seen_by_who_is_concerned on requests.care_request for select to wijkpoort_app using (
  region_id = platform.actor_region() and (
    (platform.actor_may('requests.list') and (coordinating_team_id = any (platform.actor_teams())
      or holder_coordinating_team_id = any (platform.actor_teams())))
    or (platform.actor_may('requests.list') and taker_organization_id = platform.actor_organization())
    or (platform.actor_may('requests.refer') and requester_organization_id = platform.actor_organization())
    or platform.actor_may('requests.oversee')
    or id = platform.actor_request()
    or platform.actor_kind() = 'system'));
create policy card_written_in_region on requests.care_request for insert to wijkpoort_app
  with check (region_id = platform.actor_region());
-- Who may not see a card cannot change it. PostgreSQL also wants the changed row to be visible to who changed it: a move out of
-- one's own sight is done by the system.
create policy card_changed_by_who_is_concerned on requests.care_request for update to wijkpoort_app using (
  region_id = platform.actor_region() and (
    (platform.actor_may('requests.list') and (coordinating_team_id = any (platform.actor_teams())
      or holder_coordinating_team_id = any (platform.actor_teams())))
    or (platform.actor_may('requests.list') and taker_organization_id = platform.actor_organization())
    or (platform.actor_may('requests.refer') and requester_organization_id = platform.actor_organization())
    or id = platform.actor_request()
    or platform.actor_kind() = 'system'))
  with check (region_id = platform.actor_region());

create table requests.patient_identity (
  request_id uuid primary key references requests.care_request,
  region_id uuid not null,
  -- The organisations for which the identity is open now; nobody else's nurses can read this row.
  open_to uuid[] not null default '{}',
  requester_organization_id uuid,
  given_name text,
  family_name text not null,
  birth_date date not null,
  bsn_sealed bytea,
  bsn_checked_with text,
  postcode text not null,
  house_number text not null,
  street text,
  place text,
  care_address text,
  phone text,
  email text,
  question text not null default '',
  contacts jsonb not null default '[]',
  -- Who asks: name, direct line, mail, hours they can be reached.
  requester jsonb not null default '{}',
  -- Professional particulars that open after taking, checked by the form's schema (see requests' README).
  particulars jsonb not null default '{}',
  family_name_search text not null
);
create index patient_identity_of_referrer on requests.patient_identity (requester_organization_id, family_name_search text_pattern_ops)
  where requester_organization_id is not null;
grant select, insert, update on requests.patient_identity to wijkpoort_app;
alter table requests.patient_identity enable row level security;
create policy identity_open_to_the_taker on requests.patient_identity for select to wijkpoort_app using (
  region_id = platform.actor_region() and (
    (platform.actor_may('requests.take') and platform.actor_organization() = any (open_to))
    or (platform.actor_may('requests.refer') and requester_organization_id = platform.actor_organization())
    or (platform.actor_verified() and request_id = platform.actor_request())
    or platform.actor_kind() = 'system'));
create policy identity_written_with_the_request on requests.patient_identity for insert to wijkpoort_app
  with check (region_id = platform.actor_region());
create policy identity_corrected_by_the_requester on requests.patient_identity for update to wijkpoort_app using (
  region_id = platform.actor_region() and (
    (platform.actor_may('requests.refer') and requester_organization_id = platform.actor_organization())
    or (platform.actor_verified() and request_id = platform.actor_request())
    or platform.actor_kind() = 'system'))
  with check (region_id = platform.actor_region());

-- Opening and closing is done by taking and returning, by someone who cannot read the row yet.
create function requests.open_identity(of_request uuid, for_organization uuid) returns void
language sql security definer set search_path = pg_catalog, requests
begin atomic
  update requests.patient_identity i set open_to = array(select distinct unnest(i.open_to || for_organization))
    where i.request_id = of_request and i.region_id = platform.actor_region()
      and exists (select from requests.care_request r where r.id = of_request
        and r.taker_organization_id = for_organization and r.state = 'assigned');
end;
create function requests.close_identity(of_request uuid, for_organization uuid) returns void
language sql security definer set search_path = pg_catalog, requests
begin atomic
  update requests.patient_identity i set open_to = array_remove(i.open_to, for_organization)
    where i.request_id = of_request and i.region_id = platform.actor_region();
end;
revoke all on function requests.open_identity, requests.close_identity from public;
grant execute on function requests.open_identity, requests.close_identity to wijkpoort_app;

-- Is there an open request for the same person? Keyed hashes only; nobody can read this table, the function answers
-- with who holds it, never with who it is about.
create table requests.match_key (
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  hash bytea not null,
  primary key (hash, request_id)
);
create index match_key_of_request on requests.match_key (request_id);
alter table requests.match_key enable row level security;
grant insert on requests.match_key to wijkpoort_app;
create policy match_key_written_with_the_request on requests.match_key for insert to wijkpoort_app
  with check (region_id = platform.actor_region());
create function requests.find_open_for(hashes bytea[])
  returns table (number text, submitted_at timestamptz, state text, holder_name text, holder_phone text, own boolean)
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select case when r.requester_organization_id = platform.actor_organization() then r.number end, r.submitted_at, r.state,
      coalesce(t.name, o.name), coalesce(t.phone, o.phone),
      coalesce(r.requester_organization_id = platform.actor_organization(), false)
    from requests.match_key k
      join requests.care_request r on r.id = k.request_id
      left join organizations.coordinating_team t on t.id = r.holder_coordinating_team_id
      left join organizations.organization o on o.id = r.holder_organization_id
    where k.hash = any (hashes) and k.region_id = platform.actor_region() and platform.actor_may('requests.refer')
      and r.state in ('submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned')
    order by r.submitted_at desc limit 1;
end;
revoke all on function requests.find_open_for from public;
grant execute on function requests.find_open_for to wijkpoort_app;

-- What happened so far, in codes and without personal data: the history a requester reads.
create table requests.history_entry (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  at timestamptz not null,
  code text not null,
  by_kind text not null,
  organization_id uuid references organizations.organization,
  coordinating_team_id uuid references organizations.coordinating_team,
  act_by timestamptz,
  facts jsonb not null default '{}'
);
create index history_entry_of_request on requests.history_entry (request_id, at);
grant select, insert on requests.history_entry to wijkpoort_app;
alter table requests.history_entry enable row level security;
create policy history_seen_with_the_card on requests.history_entry for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.care_request r where r.id = request_id));
create policy history_written_by_who_acts on requests.history_entry for insert to wijkpoort_app
  with check (region_id = platform.actor_region());

-- Supplements and corrections after sending; they may name people, so they open with the identity.
create table requests.supplement (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  at timestamptz not null,
  by_kind text not null,
  by_name text,
  text text not null
);
create index supplement_of_request on requests.supplement (request_id, at);
grant select, insert on requests.supplement to wijkpoort_app;
alter table requests.supplement enable row level security;
create policy supplement_opens_with_the_identity on requests.supplement for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.patient_identity i where i.request_id = supplement.request_id));
create policy supplement_written_by_the_requester on requests.supplement for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and exists (select from requests.care_request r where r.id = request_id));

create table requests.attachment (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  name text not null,
  kind text not null constraint attachment_kind_is_known check (kind in
    ('discharge-letter', 'medication-list', 'wound-plan', 'wound-photo', 'execution-request', 'other')),
  content_type text not null constraint attachment_type_is_allowed check (content_type in
    ('application/pdf', 'image/jpeg', 'image/png', 'text/plain')),
  size int not null constraint attachment_is_small_enough check (size between 1 and 10485760),
  sha256 bytea not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid
);
create index attachment_of_request on requests.attachment (request_id);
grant select, insert, delete on requests.attachment to wijkpoort_app;
alter table requests.attachment enable row level security;
create policy attachment_opens_with_the_identity on requests.attachment for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.patient_identity i where i.request_id = attachment.request_id));
create policy attachment_added_by_the_requester on requests.attachment for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and exists (select from requests.patient_identity i where i.request_id = attachment.request_id));
create policy attachment_removed_by_the_system on requests.attachment for delete to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

create table requests.consent (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  given_at timestamptz not null,
  given_by text not null constraint consent_giver_is_known check (given_by in ('client', 'representative', 'informal-carer', 'told-to-referrer')),
  scope text[] not null,
  text_version text not null,
  withdrawn_at timestamptz
);
create index consent_of_request on requests.consent (request_id);
grant select, insert, update on requests.consent to wijkpoort_app;
alter table requests.consent enable row level security;
create policy consent_seen_with_the_card on requests.consent for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.care_request r where r.id = request_id));
create policy consent_written_with_the_request on requests.consent for insert to wijkpoort_app
  with check (region_id = platform.actor_region());
create policy consent_withdrawn_by_the_requester on requests.consent for update to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.patient_identity i where i.request_id = consent.request_id));

-- A draft: fourteen days, opened by its private key only. The answers are sealed with the installation's key.
create table requests.draft (
  id uuid primary key,
  region_id uuid not null references regions.region,
  key_hash text not null unique,
  answers_sealed bytea not null,
  step int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  sent_at timestamptz
);
create index draft_by_expiry on requests.draft (expires_at);
grant select, insert, update, delete on requests.draft to wijkpoort_app;
alter table requests.draft enable row level security;
create policy draft_opened_by_its_key on requests.draft for all to wijkpoort_app
  using (region_id = platform.actor_region() and (key_hash = platform.actor_draft() or platform.actor_kind() = 'system'))
  with check (region_id = platform.actor_region());

-- The private link of a request: the key is kept as a hash; the second factor is counted.
create table requests.follow_link (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  key_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index follow_link_of_request on requests.follow_link (request_id);
grant select, insert, update on requests.follow_link to wijkpoort_app;
alter table requests.follow_link enable row level security;
create policy follow_link_kept_by_the_door on requests.follow_link for all to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system')
  with check (region_id = platform.actor_region());
-- Which request a link opens; nothing else is told.
create function requests.request_of_link(of_number text, of_key bytea)
  returns table (request_id uuid, region_id uuid)
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select l.request_id, l.region_id from requests.follow_link l join requests.care_request r on r.id = l.request_id
    where l.key_hash = of_key and r.number = of_number and l.revoked_at is null and l.expires_at > now();
end;
revoke all on function requests.request_of_link from public;
grant execute on function requests.request_of_link to wijkpoort_app;
-- Does this birth date belong to the request of the link that is open now?
create function requests.birth_date_matches(given date) returns boolean
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select exists (select from requests.patient_identity i where i.request_id = platform.actor_request() and i.birth_date = given);
end;
revoke all on function requests.birth_date_matches from public;
grant execute on function requests.birth_date_matches to wijkpoort_app;

-- "Bel mij terug": someone wants to be called instead of filling in the form.
create table requests.callback (
  id uuid primary key,
  region_id uuid not null references regions.region,
  sent_key uuid not null constraint callback_sent_once unique,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  name text not null,
  phone text not null,
  moment text not null constraint callback_moment_is_known check (moment in ('morning', 'afternoon', 'any')),
  note text not null default '',
  asked_at timestamptz not null,
  act_by timestamptz not null,
  called_at timestamptz,
  called_by uuid
);
create index callback_open on requests.callback (coordinating_team_id, act_by) where called_at is null;
grant select, insert, update on requests.callback to wijkpoort_app;
alter table requests.callback enable row level security;
create policy callback_seen_by_its_team on requests.callback for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()))));
create policy callback_asked_by_anyone on requests.callback for insert to wijkpoort_app
  with check (region_id = platform.actor_region());
create policy callback_done_by_its_team on requests.callback for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('requests.list')
    and coordinating_team_id = any (platform.actor_teams()));
