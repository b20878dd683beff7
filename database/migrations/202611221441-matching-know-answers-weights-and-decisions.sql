-- How fast and how often an organisation says yes, per day: counted when it answers, so that advice is as quick at any size of
-- history. `cannot` is care that it does not give: that is no unwillingness, and counts for nothing.
create table matching.answer_count (
  region_id uuid not null references regions.region,
  organization_id uuid not null references organizations.organization,
  counted_on date not null,
  yes int not null default 0,
  no_room int not null default 0,
  cannot int not null default 0,
  silent int not null default 0,
  -- Of all answers together, each counted for a day at most.
  minutes int not null default 0,
  primary key (region_id, counted_on, organization_id)
);
grant select, insert, update on matching.answer_count to wijkpoort_app;
alter table matching.answer_count enable row level security;
-- Figures about organisations, not about clients: every professional of the region may see them.
create policy answer_count_read_by_professionals on matching.answer_count for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));
create policy answer_counted_by_the_system on matching.answer_count for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy answer_count_grows_by_the_system on matching.answer_count for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

-- Who does not come into question any more for one request: it said no, it gave it back, or the client wants another.
create table matching.refusal (
  request_id uuid not null references requests.care_request,
  organization_id uuid not null references organizations.organization,
  region_id uuid not null references regions.region,
  how text not null constraint refusal_how_is_known check (how in ('refused', 'returned', 'client')),
  reason text not null,
  refused_on date not null,
  primary key (request_id, organization_id)
);
grant select, insert, update, delete on matching.refusal to wijkpoort_app;
alter table matching.refusal enable row level security;
-- As far as the answers themselves are seen: by its own organisation, by those on whose list it is, and by who oversees.
create policy refusal_seen_as_the_answer on matching.refusal for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('requests.take') and organization_id = platform.actor_organization())
    or platform.actor_may('requests.oversee')
    or (platform.actor_may('requests.list') and exists (select from requests.care_request r where r.id = request_id
      and (r.coordinating_team_id = any (platform.actor_teams())
        or r.holder_coordinating_team_id = any (platform.actor_teams()))))));
create policy refusal_kept_by_the_system on matching.refusal for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy refusal_changed_by_the_system on matching.refusal for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy refusal_forgotten_by_the_system on matching.refusal for delete to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

-- What reasons weigh in this region; the newest holds, and without any those that the product begins with. Never overwritten.
create table matching.weights_version (
  id uuid primary key,
  region_id uuid not null references regions.region,
  value jsonb not null,
  agreed_at timestamptz not null,
  agreed_by uuid references people.user_account,
  agreed_by_name text not null,
  reason text not null
);
create index weights_in_force on matching.weights_version (region_id, agreed_at desc);
grant select, insert on matching.weights_version to wijkpoort_app;
alter table matching.weights_version enable row level security;
create policy weights_read_by_professionals on matching.weights_version for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));
create policy weights_agreed_by_the_region on matching.weights_version for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_may('region.manage'));

-- What was decided about a request that was in a proposal: as advised or not, and if not why. Written when it happens.
create table matching.decision (
  id uuid primary key,
  region_id uuid not null references regions.region,
  proposal_id uuid references matching.proposal on delete set null,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  request_id uuid not null references requests.care_request,
  -- What was advised; nobody, when it was advised to leave it open.
  advised_team_id uuid references organizations.team,
  advised_organization_id uuid references organizations.organization,
  organization_id uuid not null references organizations.organization,
  followed boolean not null,
  decided_at timestamptz not null,
  decided_by_name text not null,
  reason text,
  reason_by_name text,
  constraint reason_says_why_it_differed check (reason is null or not followed),
  constraint reason_has_its_author check ((reason is null) = (reason_by_name is null))
);
create index decision_of_team on matching.decision (coordinating_team_id, decided_at desc);
create index decision_of_request on matching.decision (request_id, decided_at desc);
grant select, insert, update on matching.decision to wijkpoort_app;
alter table matching.decision enable row level security;
create policy decision_seen_by_its_team on matching.decision for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('requests.oversee')
    or (platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()))));
create policy decision_kept_by_the_system on matching.decision for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy decision_explained_by_its_team on matching.decision for update to wijkpoort_app
  using (region_id = platform.actor_region()
    and platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()));

-- What one more team, part of the day or kind of care would have solved, per list and day: the register of unmet need. Counts only.
create table matching.unmet_need (
  region_id uuid not null references regions.region,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  counted_on date not null,
  code text not null constraint unmet_need_is_known check (code in ('daypart', 'expertise', 'area')),
  thing text not null,
  requests int not null,
  -- Of so many that stayed open that day.
  of_open int not null,
  primary key (region_id, coordinating_team_id, counted_on, code, thing)
);
grant select, insert, update, delete on matching.unmet_need to wijkpoort_app;
alter table matching.unmet_need enable row level security;
create policy unmet_need_read_by_professionals on matching.unmet_need for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));
create policy unmet_need_counted_by_its_team on matching.unmet_need for insert to wijkpoort_app
  with check (region_id = platform.actor_region()
    and platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()));
create policy unmet_need_counted_again_by_its_team on matching.unmet_need for delete to wijkpoort_app
  using (region_id = platform.actor_region()
    and platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()));

-- Why a decision differs from the advice is a list of the region as well.
alter table regions.reason drop constraint reason_list_is_known;
alter table regions.reason add constraint reason_list_is_known
  check (list in ('refusal', 'return', 'withdrawal', 'closing', 'wish-not-met', 'light', 'redirection', 'otherwise'));
insert into regions.reason (region_id, list, code, label, wants_text, position)
select r.id, 'otherwise', first.code, first.label, false, first.position
from regions.region r
cross join (values
  ('knows-client', 'Een team kent de cliënt of de naasten', 0),
  ('client-wish', 'De cliënt wilde iets wat niet op de kaart stond', 1),
  ('room-differs', 'De ruimte was anders dan het stoplicht zei', 2),
  ('travel-differs', 'De route past anders dan de geschatte reistijd', 3),
  ('agreed-together', 'Zo afgesproken in het overleg', 4),
  ('other', 'Anders', 5)) first (code, label, position)
on conflict do nothing;

-- The organisations that gave care to the same client before: ids only, by the keyed hashes that nobody can read, for who may see
-- the card.
create function requests.gave_care_before(of_request uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select coalesce(array_agg(distinct r.taker_organization_id), '{}')
    from requests.match_key own
      join requests.match_key other on other.hash = own.hash and other.request_id <> own.request_id
      join requests.care_request r on r.id = other.request_id
    where own.request_id = of_request and own.region_id = platform.actor_region() and r.region_id = own.region_id
      and r.taker_organization_id is not null and r.started_on is not null
      and (platform.actor_kind() = 'system' or platform.actor_may('requests.list') or platform.actor_may('requests.oversee'));
end;
revoke all on function requests.gave_care_before from public;
grant execute on function requests.gave_care_before to wijkpoort_app;
