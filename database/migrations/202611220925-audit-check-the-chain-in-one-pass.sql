-- The same check as before, as one query instead of a loop over every row: measured on 44,000 rows it takes a fraction of
-- the time, so that the privacy officer can ask for it on a page.
create or replace function audit.first_broken_seal() returns bigint
language sql stable security definer set search_path = pg_catalog, audit as $$
  select min(c.expected) from (
      select s.event_id, s.position, s.hash, row_number() over in_order as expected,
        lag(s.hash, 1, '\x'::bytea) over in_order as previous
      from audit.seal s window in_order as (order by s.position)) c
    left join audit.event e on e.id = c.event_id
    where c.position <> c.expected or e.id is null or audit.hash_of(e, c.previous) <> c.hash
$$;

-- All request numbers at once, for an export of the log.
create function audit.request_numbers() returns table (request_id uuid, number text)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select r.id, r.number from requests.care_request r
    where r.region_id = platform.actor_region() and platform.actor_may('audit.read');
end;
revoke all on function audit.request_numbers from public;
grant execute on function audit.request_numbers to wijkpoort_app;
