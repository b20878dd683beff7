-- How many requests each organisation took, per day: what fair share is computed from, at any size of history. Counted when the
-- history says so; a request that was given back stays counted, the work of taking it was done.
create table requests.taken_count (
  region_id uuid not null references regions.region,
  organization_id uuid not null references organizations.organization,
  taken_on date not null,
  requests int not null,
  primary key (region_id, taken_on, organization_id)
);
grant select on requests.taken_count to wijkpoort_app;
alter table requests.taken_count enable row level security;
-- Figures about organisations, not about clients: every professional of the region may see who does how much.
create policy taken_count_read_by_professionals on requests.taken_count for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));

create function requests.count_taken() returns trigger
language plpgsql security definer set search_path = pg_catalog, requests as $$
begin
  insert into requests.taken_count as t (region_id, organization_id, taken_on, requests)
    values (new.region_id, new.organization_id, (new.at at time zone 'Europe/Amsterdam')::date, 1)
    on conflict (region_id, taken_on, organization_id) do update set requests = t.requests + 1;
  return null;
end $$;
create trigger taken_is_counted after insert on requests.history_entry for each row
  when (new.code in ('taken', 'part-taken') and new.organization_id is not null)
  execute function requests.count_taken();

-- Counts anew what stands in the database: for the history that was there, and for one that is loaded in bulk.
create function requests.count_taken_anew() returns void
language sql security definer set search_path = pg_catalog, requests
begin atomic
  delete from requests.taken_count;
  insert into requests.taken_count (region_id, organization_id, taken_on, requests)
    select h.region_id, h.organization_id, (h.at at time zone 'Europe/Amsterdam')::date, count(*)
    from requests.history_entry h where h.code in ('taken', 'part-taken') and h.organization_id is not null group by 1, 2, 3;
end;
revoke all on function requests.count_taken_anew from public;
select requests.count_taken_anew();
