-- A request that went to another region of this installation: where to, and under which number it goes on there. Kept in the region
-- that it left, for who asked for it: that they can go on following it. The other region keeps only that it came, in its history.
-- Once per request: what two regions would both work on is worked on by nobody.
create table requests.passed_on (
  request_id uuid primary key references requests.care_request,
  region_id uuid not null references regions.region,
  to_region_id uuid not null references regions.region constraint passed_on_to_another check (to_region_id <> region_id),
  to_region_name text not null,
  to_number text not null,
  -- Of the private link over there; its key is made again from this with the key of the installation.
  to_link_id uuid not null,
  passed_at timestamptz not null
);
grant select, insert on requests.passed_on to wijkpoort_app;
alter table requests.passed_on enable row level security;
-- Who only had it on a list reads the number in its history, and needs no link.
create policy passed_on_seen_by_who_asked on requests.passed_on for select to wijkpoort_app using (
  region_id = platform.actor_region() and (platform.actor_kind() = 'system' or request_id = platform.actor_request()
    or (platform.actor_may('requests.refer') and exists (select from requests.care_request r
      where r.id = passed_on.request_id and r.requester_organization_id = platform.actor_organization()))));
create policy passed_on_by_the_system on requests.passed_on for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
