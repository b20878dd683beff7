-- How far lights are shown is a value of the way of working, which has versions with a day from which they hold. Until now the
-- value of the region's beginning was read, so a later agreement changed nothing. 'own-team' is new: only within a coordinating team.
create or replace function capacity.region_audience() returns text language sql stable parallel safe
begin atomic
  select case coalesce(
      (select v.value from regions.way_of_working_version v
        where v.region_id = r.id and v.agreed_at is not null and v.cancelled_at is null
          and v.effective_on <= (now() at time zone 'Europe/Amsterdam')::date
        order by v.effective_on desc, v.agreed_at desc, v.id desc limit 1),
      r.way_of_working) ->> 'lightAudience'
    when 'everyone' then 'public' when 'referrers' then 'referrers' when 'own-team' then 'team' else 'professionals' end
  from regions.region r where r.id = platform.actor_region();
end;
