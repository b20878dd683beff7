-- Telling others of lights: a calendar address per team, a webhook per organisation, and how far boards were told what turned grey.

-- The private key in the address is kept as a keyed hash only. One address per team that works; taking it back makes it worthless.
create table capacity.feed (
  id uuid primary key,
  team_id uuid not null,
  organization_id uuid not null,
  region_id uuid not null,
  key_hash bytea not null unique,
  made_at timestamptz not null,
  made_by_name text not null,
  revoked_at timestamptz,
  foreign key (team_id, organization_id, region_id) references organizations.team (id, organization_id, region_id)
);
create unique index feed_of_team_once on capacity.feed (team_id) where revoked_at is null;
grant select, insert, update on capacity.feed to wijkpoort_app;
alter table capacity.feed enable row level security;
create policy feed_seen_by_its_own on capacity.feed for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (organization_id = platform.actor_organization()
      and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')))));
create policy feed_made_by_its_own on capacity.feed for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));
create policy feed_revoked_by_its_own on capacity.feed for update to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and (platform.actor_may('capacity.set') or platform.actor_may('organization.administer')));

-- Where an organisation wants to hear of changes of its own lights. The secret that signs them is sealed.
create table capacity.webhook (
  id uuid primary key,
  organization_id uuid not null references organizations.organization,
  region_id uuid not null references regions.region,
  url text not null constraint webhook_url_is_short check (length(url) <= 500),
  secret_sealed bytea not null,
  active boolean not null default true,
  made_at timestamptz not null,
  made_by_name text not null,
  -- How the last attempt went, and how many in a row went wrong.
  tried_at timestamptz,
  last_error text,
  failures int not null default 0
);
create index webhook_of_organization on capacity.webhook (organization_id) where active;
grant select, insert, update, delete on capacity.webhook to wijkpoort_app;
alter table capacity.webhook enable row level security;
create policy webhook_seen_by_its_own on capacity.webhook for select to wijkpoort_app
  using (region_id = platform.actor_region()
    and (platform.actor_kind() = 'system' or organization_id = platform.actor_organization()));
create policy webhook_kept_by_the_administrator on capacity.webhook for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and platform.actor_may('organization.administer'));
create policy webhook_changed_by_the_administrator on capacity.webhook for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or (organization_id = platform.actor_organization() and platform.actor_may('organization.administer'))));
create policy webhook_removed_by_the_administrator on capacity.webhook for delete to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id = platform.actor_organization()
    and platform.actor_may('organization.administer'));

-- Until which moment boards were told of lights that turned grey by themselves.
create table capacity.grey_told (
  region_id uuid primary key references regions.region,
  until_at timestamptz not null
);
grant select, insert, update on capacity.grey_told to wijkpoort_app;
alter table capacity.grey_told enable row level security;
create policy grey_told_kept_by_the_product on capacity.grey_told for all to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system')
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
