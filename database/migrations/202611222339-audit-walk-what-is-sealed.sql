-- As before, but for a log of which nothing is sealed yet: at the very first start a walk along nothing counted as the walk of
-- that day, and the page said that all rows up to 0 hold.
create or replace function audit.walk_chain(at_most int default 20000) returns text
language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  walk audit.chain_check;
  newest bigint;
  broken bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('audit.chain_check')) then return 'rested'; end if;
  select coalesce(max(position), 0) into newest from audit.seal;
  if newest = 0 then return 'rested'; end if;
  insert into audit.chain_check default values on conflict do nothing;
  select * into walk from audit.chain_check;
  if walk.walked_to = 0 and walk.ended_at > clock_timestamp() - interval '12 hours' then return 'rested'; end if;
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
