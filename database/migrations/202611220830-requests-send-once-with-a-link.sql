-- Sending by someone who may write a request but not read it back: a client without an account. What sending has to know
-- or write beyond that goes through these two narrow doors.

-- What was sent with this key already. Waits for another transaction that is sending with the same key, and then sees
-- what it did: that is why it is not a plain query, which would look at the moment before the wait.
create function requests.find_sent(of_sent_key uuid) returns table (id uuid, number text, link_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, requests as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(of_sent_key::text, 20261122));
  return query
    select r.id, r.number, l.id
      from requests.care_request r
        join requests.follow_link l on l.request_id = r.id
      where r.sent_key = of_sent_key and r.region_id = platform.actor_region()
      order by l.created_at, l.id limit 1;
end $$;
revoke all on function requests.find_sent from public;
grant execute on function requests.find_sent to wijkpoort_app;

-- The private link is made in the transaction that makes the request, and at no other moment by anyone but the system:
-- so nobody can add a link of their own to the request of another.
create function requests.make_follow_link(link_id uuid, of_request uuid, of_key bytea, made_at timestamptz, until timestamptz)
returns void language sql volatile security definer set search_path = pg_catalog, requests
begin atomic
  insert into requests.follow_link (id, request_id, region_id, key_hash, created_at, expires_at)
    select link_id, r.id, r.region_id, of_key, made_at, until
      from requests.care_request r
      where r.id = of_request and r.region_id = platform.actor_region() and r.xmin = pg_current_xact_id()::xid;
end;
revoke all on function requests.make_follow_link from public;
grant execute on function requests.make_follow_link to wijkpoort_app;
