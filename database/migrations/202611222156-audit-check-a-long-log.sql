-- A log of a million requests has more rows than a page can recalculate while somebody waits: a page recalculates the newest
-- rows, and each night a job walks along all of them, part by part, in transactions of its own.
create table audit.chain_check (
  one boolean primary key default true constraint chain_check_is_one check (one),
  -- Up to where the walk that is under way found that all holds; nothing when none is.
  walked_to bigint not null default 0,
  -- Up to where, and when, the last walk that came to the end found so.
  held_to bigint,
  held_at timestamptz,
  -- Where the last walk met a place that does not hold.
  broken_at bigint,
  ended_at timestamptz
);
grant select on audit.chain_check to wijkpoort_app;

drop function audit.first_broken_seal();

-- The first position after `after` where the chain does not hold, or nothing; looks at no more rows than `at_most`.
create function audit.first_broken_seal(after bigint, at_most int) returns bigint
language sql stable security definer set search_path = pg_catalog, audit as $$
  select min(c.expected) from (
      select s.event_id, s.position, s.hash, after + row_number() over in_order as expected,
        lag(s.hash, 1, coalesce((select b.hash from audit.seal b where b.position = after), '\x')) over in_order as previous
      from (select * from audit.seal n where n.position > after order by n.position limit at_most) s
      window in_order as (order by s.position)) c
    left join audit.event e on e.id = c.event_id
    where c.position <> c.expected or e.id is null or audit.hash_of(e, c.previous) <> c.hash
$$;
revoke all on function audit.first_broken_seal from public;
grant execute on function audit.first_broken_seal to wijkpoort_app;

-- Walks on along the chain and answers how it goes: on, held, broken, or rested: within half a day of the last walk, so that
-- being asked twice, for two regions or at a start, is no work twice. One walker at a time.
create function audit.walk_chain(at_most int default 20000) returns text
language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  walk audit.chain_check;
  newest bigint;
  broken bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('audit.chain_check')) then return 'rested'; end if;
  insert into audit.chain_check default values on conflict do nothing;
  select * into walk from audit.chain_check;
  if walk.walked_to = 0 and walk.ended_at > clock_timestamp() - interval '12 hours' then return 'rested'; end if;
  select coalesce(max(position), 0) into newest from audit.seal;
  broken := audit.first_broken_seal(walk.walked_to, at_most);
  if broken is not null then
    update audit.chain_check set walked_to = 0, broken_at = broken, ended_at = clock_timestamp();
    return 'broken';
  end if;
  if walk.walked_to + at_most < newest then
    update audit.chain_check set walked_to = walk.walked_to + at_most;
    return 'on';
  end if;
  update audit.chain_check set walked_to = 0, held_to = newest, held_at = clock_timestamp(), broken_at = null,
    ended_at = clock_timestamp();
  return 'held';
end $$;
revoke all on function audit.walk_chain from public;
grant execute on function audit.walk_chain to wijkpoort_app;

-- The numbers of these requests, for an export of the log: of all of them, it took longer than a page may at a million.
drop function audit.request_numbers();
create function audit.request_numbers(ids uuid[]) returns table (request_id uuid, number text)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select r.id, r.number from requests.care_request r
    where r.id = any (ids) and r.region_id = platform.actor_region() and platform.actor_may('audit.read');
end;
revoke all on function audit.request_numbers from public;
grant execute on function audit.request_numbers to wijkpoort_app;
