-- What was proposed for the list of a coordinating team, from what, and how good that was: advice that a nurse may follow or not.
create schema matching;
grant usage on schema matching to wijkpoort_app;

create table matching.proposal (
  id uuid primary key,
  region_id uuid not null references regions.region,
  coordinating_team_id uuid not null references organizations.coordinating_team,
  asked_by uuid references people.user_account,
  asked_by_name text not null,
  asked_at timestamptz not null,
  -- Of all that went in: the same hash has the same answer, unless the clock struck.
  input_hash text not null,
  -- What nurses pinned and forbade: ids of requests and teams.
  wishes jsonb not null default '{}',
  state text not null constraint proposal_state_is_known check (state in ('running', 'ready', 'failed')),
  -- How many requests were looked at, and how many stayed out because there were too many.
  requests int not null,
  left_out int not null default 0,
  -- Points of the best so far, and what nothing can be better than.
  cost int,
  bound int,
  stop_asked_at timestamptz,
  finished_at timestamptz,
  -- Ids, codes and figures; the cards are read anew by whoever looks, as far as they may.
  result jsonb,
  constraint proposal_end_has_its_moment check ((state = 'running') = (finished_at is null)),
  constraint proposal_ready_has_its_result check ((state = 'ready') = (result is not null))
);
create index proposal_of_team on matching.proposal (coordinating_team_id, asked_at desc);

grant select, insert, update, delete on matching.proposal to wijkpoort_app;

alter table matching.proposal enable row level security;
create policy proposal_seen_by_its_team on matching.proposal for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()))));
create policy proposal_asked_by_its_team on matching.proposal for insert to wijkpoort_app
  with check (region_id = platform.actor_region()
    and platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()));
create policy proposal_finished_by_its_team on matching.proposal for update to wijkpoort_app
  using (region_id = platform.actor_region()
    and platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()));
-- Who asks again clears away what is older than four weeks.
create policy proposal_cleared_by_its_team on matching.proposal for delete to wijkpoort_app
  using (region_id = platform.actor_region()
    and platform.actor_may('requests.list') and coordinating_team_id = any (platform.actor_teams()));
