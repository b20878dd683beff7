-- What following and referring need beside the request itself: files of a form that was not right yet, who looked, and
-- finding a referral by the start of a family name.

-- A browser cannot keep chosen files when a form comes back with a mistake, so they wait here, sealed, for at most a day.
create table requests.pending_attachment (
  id uuid primary key,
  region_id uuid not null references regions.region,
  -- The form they were chosen in, and the only person who may have them back.
  form_key uuid not null,
  user_id uuid not null,
  name_sealed bytea not null,
  kind text not null,
  content_type text not null,
  size int not null,
  content_sealed bytea not null,
  added_at timestamptz not null
);
create index pending_attachment_of_form on requests.pending_attachment (form_key);
create index pending_attachment_by_age on requests.pending_attachment (added_at);
grant select, insert, delete on requests.pending_attachment to wijkpoort_app;
alter table requests.pending_attachment enable row level security;
create policy pending_attachment_of_its_chooser on requests.pending_attachment for all to wijkpoort_app
  using (region_id = platform.actor_region() and (user_id = platform.actor_user() or platform.actor_kind() = 'system'))
  with check (region_id = platform.actor_region() and user_id = platform.actor_user());

-- A link ends sixty days after the request did, whatever its own end says.
create or replace function requests.request_of_link(of_number text, of_key bytea)
  returns table (request_id uuid, region_id uuid)
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select l.request_id, l.region_id from requests.follow_link l join requests.care_request r on r.id = l.request_id
    where l.key_hash = of_key and r.number = of_number and l.revoked_at is null and l.expires_at > now()
      and (r.ended_at is null or r.ended_at > now() - interval '60 days');
end;

-- Who looked at or changed a request, as its requester may see it (NEN 7513, chapter 9): organisation and role, no person.
create function requests.who_looked(of_request uuid, since timestamptz)
  returns table (at timestamptz, event_type text, action text, actor_kind text, organization_name text, user_role text, fields text[])
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select e.at, e.event_type, e.action, e.actor_kind, e.organization_name, e.user_role, e.fields
    from audit.event e join requests.care_request r on r.id = e.care_request_id
    where e.care_request_id = of_request and r.region_id = platform.actor_region() and e.at >= since
      and ((platform.actor_verified() and platform.actor_request() = r.id)
        or (platform.actor_may('requests.refer') and r.requester_organization_id = platform.actor_organization()))
    order by e.at desc, e.id desc limit 500;
end;
revoke all on function requests.who_looked from public;
grant execute on function requests.who_looked to wijkpoort_app;

-- An organisation's own referrals by the start of a family name. A pattern under row-level security cannot use the index,
-- so the search stands in a function that looks at one's own rows only.
create function requests.referred_by_name(prefix text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select i.request_id from requests.patient_identity i
    where i.requester_organization_id = platform.actor_organization() and platform.actor_may('requests.refer')
      and i.region_id = platform.actor_region()
      and i.family_name_search like replace(replace(replace(prefix, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    limit 1000;
end;
revoke all on function requests.referred_by_name from public;
grant execute on function requests.referred_by_name to wijkpoort_app;
