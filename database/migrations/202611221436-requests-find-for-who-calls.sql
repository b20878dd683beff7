-- For the desk that somebody calls: is a request open for this person, or under this number, and who holds it? By keyed hashes, so that
-- only who knows all of it finds anything; the answer never says who it is about.
create function requests.find_open_at_desk(hashes bytea[], of_number text)
  returns table (id uuid, number text, submitted_at timestamptz, state text, act_by timestamptz, holder_name text,
    holder_phone text, mine boolean)
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select r.id, r.number, r.submitted_at, r.state, r.act_by, coalesce(t.name, o.name),
      coalesce(organizations.phone_on_duty(t.id, now()), t.phone, o.phone),
      coalesce(r.coordinating_team_id = any (platform.actor_teams()), false)
        or coalesce(r.holder_coordinating_team_id = any (platform.actor_teams()), false)
    from requests.care_request r
      left join organizations.coordinating_team t on t.id = r.holder_coordinating_team_id
      left join organizations.organization o on o.id = coalesce(r.holder_organization_id, r.taker_organization_id)
    where r.region_id = platform.actor_region() and platform.actor_may('desk.work')
      and r.state in ('submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned')
      and (r.number = of_number or r.id in (select k.request_id from requests.match_key k where k.hash = any (hashes)))
    order by r.submitted_at desc, r.id limit 5;
end;
revoke all on function requests.find_open_at_desk from public;
grant execute on function requests.find_open_at_desk to wijkpoort_app;
