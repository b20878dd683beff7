-- "Rather not from …": an organisation that the client does not want. It may never be asked for this request and cannot take it, and it is
-- not told: whoever works there reads neither this row nor whose wish it was.
create table requests.unwanted_organization (
  request_id uuid not null references requests.care_request,
  organization_id uuid not null references organizations.organization,
  region_id uuid not null references regions.region,
  primary key (request_id, organization_id)
);
grant select, insert on requests.unwanted_organization to wijkpoort_app;
alter table requests.unwanted_organization enable row level security;
create policy unwanted_seen_with_the_card_but_not_there on requests.unwanted_organization for select to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id is distinct from platform.actor_organization()
    and exists (select from requests.care_request r where r.id = request_id));
create policy unwanted_written_with_the_request on requests.unwanted_organization for insert to wijkpoort_app
  with check (region_id = platform.actor_region());

-- For the rules, which must be the same whoever looks: ids only, for who may see cards.
create function requests.unwanted_by_client(of_request uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select coalesce(array_agg(u.organization_id order by u.organization_id), '{}')
    from requests.unwanted_organization u
    where u.request_id = of_request and u.region_id = platform.actor_region()
      and (platform.actor_kind() = 'system' or platform.actor_may('requests.list') or platform.actor_may('requests.oversee'));
end;
revoke all on function requests.unwanted_by_client from public;
grant execute on function requests.unwanted_by_client to wijkpoort_app;
