-- Whoever follows a request by its private link becomes its holder for the rest of the transaction: the page that the link
-- opens can then be asked for in the same round trip. It gives no more than `request_of_link` does: without the key, nothing.
create function requests.enter_by_link(of_number text, of_key bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog, requests as $$
declare
  link record;
begin
  select * into link from requests.request_of_link(of_number, of_key) l where l.region_id = platform.actor_region();
  perform set_config('wijkpoort.request', coalesce(link.request_id::text, ''), true);
  return link.request_id;
end $$;
revoke all on function requests.enter_by_link from public;
grant execute on function requests.enter_by_link to wijkpoort_app;
