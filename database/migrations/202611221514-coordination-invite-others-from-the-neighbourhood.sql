-- Others from the neighbourhood (welfare, the municipality, a case manager) look along with one request. They have no account: a
-- private link by mail, and a code that whoever invited them tells by phone. What they see is what the invitation names, and that is
-- decided here: they never read a table, only the answer of the functions below.
create table coordination.invited_party (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  kind text not null constraint invited_kind_is_known check (kind in ('welfare', 'municipality', 'case-manager')),
  name text not null,
  email text not null,
  -- What is asked of them; nothing personal.
  role text not null,
  scope text[] not null constraint invitation_names_what_is_seen check (cardinality(scope) > 0
    and scope <@ '{care,progress,takers,client}'::text[]),
  until_on date not null,
  key_hash bytea not null unique,
  code_hash bytea not null,
  -- When whoever invited heard from the client that this is all right; without it nobody is shown who it is about.
  consent_at timestamptz,
  invited_at timestamptz not null,
  invited_by uuid not null references people.user_account,
  invited_by_organization_id uuid not null references organizations.organization,
  revoked_at timestamptz,
  first_seen_at timestamptz,
  wrong_tries smallint not null default 0,
  wrong_since timestamptz,
  constraint client_is_shown_with_consent check (not 'client' = any (scope) or consent_at is not null)
);
create index invited_party_of_request on coordination.invited_party (request_id);
grant select, insert, update on coordination.invited_party to wijkpoort_app;
alter table coordination.invited_party enable row level security;
create policy invitation_seen_with_the_card on coordination.invited_party for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or ((platform.actor_may('requests.list') or platform.actor_may('requests.oversee'))
      and exists (select from requests.care_request r where r.id = request_id))));
create policy invitation_made_by_the_system on coordination.invited_party for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy invitation_changed_by_the_system on coordination.invited_party for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

-- Whether a link opens anything now: not taken back, not over, and the request has not ended.
create function coordination.invitation_of_link(of_key bytea, at timestamptz)
  returns table (id uuid, name text, until_on date, region_name text)
language sql stable security definer set search_path = pg_catalog, coordination
begin atomic
  select p.id, p.name, p.until_on, g.name
    from coordination.invited_party p join requests.care_request r on r.id = p.request_id
      join regions.region g on g.id = p.region_id
    where p.key_hash = of_key and p.region_id = platform.actor_region() and p.revoked_at is null
      and p.until_on >= (at at time zone 'Europe/Amsterdam')::date and r.ended_at is null;
end;

-- Tries a code. Five wrong ones in a quarter of an hour are enough; the row is locked, so that a thousand at once are still five.
create function coordination.try_invitation(of_key bytea, of_code bytea, at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, coordination as $$
declare
  found_id uuid;
  party record;
begin
  select l.id into found_id from coordination.invitation_of_link(of_key, at) l;
  if found_id is null then return 'no-such-link'; end if;
  select * into party from coordination.invited_party p where p.id = found_id for update;
  if party.wrong_tries >= 5 and party.wrong_since > at - interval '15 minutes' then return 'too-many'; end if;
  if party.code_hash = of_code then
    update coordination.invited_party p set wrong_tries = 0, wrong_since = null, first_seen_at = coalesce(p.first_seen_at, at)
      where p.id = found_id;
    return 'ok';
  end if;
  update coordination.invited_party p set
      wrong_tries = case when p.wrong_since > at - interval '15 minutes' then p.wrong_tries + 1 else 1 end,
      wrong_since = case when p.wrong_since > at - interval '15 minutes' then p.wrong_since else at end
    where p.id = found_id;
  return 'wrong';
end $$;

-- Which request link and code together open; the log needs it in the same round trip.
create function coordination.request_of_invitation(of_key bytea, of_code bytea, at timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, coordination
begin atomic
  select p.request_id from coordination.invited_party p
    where p.key_hash = of_key and p.code_hash = of_code
      and exists (select from coordination.invitation_of_link(of_key, at) l where l.id = p.id);
end;

-- What the invitation names, and nothing else. Link and code are both asked again each time.
create function coordination.what_invitation_shows(of_key bytea, of_code bytea, at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, coordination
begin atomic
  select jsonb_build_object('number', r.number, 'name', p.name, 'kind', p.kind, 'role', p.role, 'scope', to_jsonb(p.scope),
      'untilOn', p.until_on, 'invitedBy', inviter.name, 'invitedByPhone', inviter.phone)
    || case when 'care' = any (p.scope) then jsonb_build_object('care', jsonb_build_object('careKinds', r.care_kinds,
        'dayparts', r.dayparts, 'timesPerWeek', r.times_per_week, 'hoursPerWeek', r.hours_per_week, 'startOn', r.start_on,
        'pc4', r.pc4, 'ageBand', r.age_band, 'gender', r.gender)) else '{}' end
    || case when 'progress' = any (p.scope) then jsonb_build_object('progress', jsonb_build_object('state', r.state,
        'actBy', r.act_by, 'holder', coalesce(desk.name, holder.name), 'holderPhone', coalesce(desk.phone, holder.phone),
        'startedOn', r.started_on)) else '{}' end
    || case when 'takers' = any (p.scope) then jsonb_build_object('takers', coalesce((
        select jsonb_agg(jsonb_build_object('name', o.name, 'phone', o.phone) order by o.name) from organizations.organization o
        where (r.split_by is null and r.state in ('assigned', 'started') and o.id = r.taker_organization_id)
          or o.id in (select t.taker_organization_id from requests.part t where t.request_id = r.id and t.ended_at is null)), '[]'))
      else '{}' end
    || case when 'client' = any (p.scope) and p.consent_at is not null then jsonb_build_object('client', (
        select jsonb_build_object('givenName', i.given_name, 'familyName', i.family_name, 'street', i.street,
          'houseNumber', i.house_number, 'place', i.place, 'phone', i.phone)
        from requests.patient_identity i where i.request_id = r.id)) else '{}' end
  from coordination.invited_party p join requests.care_request r on r.id = p.request_id
    join organizations.organization inviter on inviter.id = p.invited_by_organization_id
    left join organizations.coordinating_team desk on desk.id = r.holder_coordinating_team_id
    left join organizations.organization holder on holder.id = r.holder_organization_id
  where r.id = coordination.request_of_invitation(of_key, of_code, at) and p.key_hash = of_key;
end;
revoke all on function coordination.invitation_of_link, coordination.try_invitation, coordination.request_of_invitation,
  coordination.what_invitation_shows from public;
grant execute on function coordination.invitation_of_link, coordination.try_invitation, coordination.request_of_invitation,
  coordination.what_invitation_shows to wijkpoort_app;
