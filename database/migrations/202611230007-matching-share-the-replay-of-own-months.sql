-- A region's own months lived through again: one row per region and day, so that every process of the app shows the same, one of them
-- makes it, any of them stops it, and what a process that died left behind is begun again. Figures only: no request, no client.
create table matching.own_replay (
  region_id uuid not null references regions.region,
  -- The day it was made, in the region's own time.
  made_on date not null,
  -- Which making of that day: who lost it to a later one writes nothing any more.
  id uuid not null,
  asked_by uuid references people.user_account,
  asked_by_name text not null,
  asked_at timestamptz not null,
  state text not null constraint own_replay_state_is_known check (state in ('running', 'ready', 'no-past', 'failed')),
  -- So many runs of all were played.
  done int not null default 0,
  of_runs int not null default 0,
  -- The last sign of life of the process that makes it.
  alive_at timestamptz not null,
  stop_asked_at timestamptz,
  finished_at timestamptz,
  result jsonb,
  constraint own_replay_made_once primary key (region_id, made_on),
  constraint own_replay_end_has_its_moment check ((state = 'running') = (finished_at is null)),
  constraint own_replay_ready_has_its_result check ((state = 'ready') = (result is not null))
);

grant select, insert, update, delete on matching.own_replay to wijkpoort_app;

alter table matching.own_replay enable row level security;
-- The product itself looks at what is to be forgotten.
create policy own_replay_seen_by_the_region on matching.own_replay for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')));
create policy own_replay_begun_by_the_region on matching.own_replay for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_may('region.manage'));
create policy own_replay_told_by_the_region on matching.own_replay for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_may('region.manage'));
-- A process that is told to end takes its own away; at night the product takes what is of earlier days.
create policy own_replay_forgotten on matching.own_replay for delete to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')));
