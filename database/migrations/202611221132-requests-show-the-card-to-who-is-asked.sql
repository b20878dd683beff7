-- Beside the team whose list it is on, a card may be shown to organisations that were asked and to teams that look along. The
-- columns stand on the row, so that who sees it stays one look at one row.
alter table requests.care_request
  add column shown_to_organizations uuid[] not null default '{}',
  add column shown_to_teams uuid[] not null default '{}',
  -- From here the steps of the ladder are counted; empty: from the sending. Later by as long as the clock rested.
  add column clock_started_at timestamptz,
  add column remind_at timestamptz,
  add column escalation_step text,
  -- Whose choice between offers is waited for, when it is the requester's side.
  add column choice_by text constraint chooser_is_known check (choice_by in ('referrer', 'client'));
create index care_request_shown_to_organizations on requests.care_request using gin (shown_to_organizations)
  where state in ('submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned');
create index care_request_shown_to_teams on requests.care_request using gin (shown_to_teams)
  where state in ('submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned');
create index care_request_to_remind on requests.care_request (remind_at) where remind_at is not null;

drop policy card_seen_by_who_is_concerned on requests.care_request;
create policy card_seen_by_who_is_concerned on requests.care_request for select to wijkpoort_app using (
  region_id = platform.actor_region() and (
    (platform.actor_may('requests.list') and (coordinating_team_id = any (platform.actor_teams())
      or holder_coordinating_team_id = any (platform.actor_teams())))
    or (platform.actor_may('requests.list') and taker_organization_id = platform.actor_organization())
    or ((platform.actor_may('requests.list') or platform.actor_may('requests.oversee'))
      and holder_organization_id = platform.actor_organization())
    or (platform.actor_may('requests.take') and platform.actor_organization() = any (shown_to_organizations))
    or (platform.actor_may('requests.list') and shown_to_teams && platform.actor_teams())
    or (platform.actor_may('requests.refer') and requester_organization_id = platform.actor_organization())
    or platform.actor_may('requests.oversee')
    or id = platform.actor_request()
    or platform.actor_kind() = 'system'));
drop policy card_changed_by_who_is_concerned on requests.care_request;
create policy card_changed_by_who_is_concerned on requests.care_request for update to wijkpoort_app using (
  region_id = platform.actor_region() and (
    (platform.actor_may('requests.list') and (coordinating_team_id = any (platform.actor_teams())
      or holder_coordinating_team_id = any (platform.actor_teams())))
    or (platform.actor_may('requests.list') and taker_organization_id = platform.actor_organization())
    or ((platform.actor_may('requests.list') or platform.actor_may('requests.oversee'))
      and holder_organization_id = platform.actor_organization())
    or (platform.actor_may('requests.take') and platform.actor_organization() = any (shown_to_organizations))
    or (platform.actor_may('requests.list') and shown_to_teams && platform.actor_teams())
    or (platform.actor_may('requests.refer') and requester_organization_id = platform.actor_organization())
    or id = platform.actor_request()
    or platform.actor_kind() = 'system'))
  with check (region_id = platform.actor_region());

-- Where a region agreed that who holds a request knows whom it is about: the desk calls the client back. Never by itself.
alter table requests.patient_identity add column open_to_teams uuid[] not null default '{}';
drop policy identity_open_to_the_taker on requests.patient_identity;
create policy identity_open_to_the_taker on requests.patient_identity for select to wijkpoort_app using (
  region_id = platform.actor_region() and (
    (platform.actor_may('requests.take') and platform.actor_organization() = any (open_to))
    or (platform.actor_may('requests.list') and open_to_teams && platform.actor_teams())
    or (platform.actor_may('requests.refer') and requester_organization_id = platform.actor_organization())
    or (platform.actor_verified() and request_id = platform.actor_request())
    or platform.actor_kind() = 'system'));
-- What opens with the identity, attachments and supplements, opens to the same team: their policies look at this row.
-- Said after every move of a request; whether the region agreed to it is looked up here and not told by the caller.
create function requests.let_holder_see(of_request uuid) returns void
language sql security definer set search_path = pg_catalog, requests
begin atomic
  update requests.patient_identity i set open_to_teams = sight.teams
    from (
      select case when r.holder_coordinating_team_id is not null
          and r.state in ('submitted', 'triage', 'listed', 'offered', 'proposed')
          and coalesce((select v.value from regions.way_of_working_version v
            where v.region_id = r.region_id and v.agreed_at is not null and v.cancelled_at is null
              and v.effective_on <= (now() at time zone 'Europe/Amsterdam')::date
            order by v.effective_on desc, v.agreed_at desc, v.id desc limit 1), g.way_of_working)
            #>> '{disclosure,waiting,holder}' = 'identity'
        then array[r.holder_coordinating_team_id] else '{}'::uuid[] end as teams
      from requests.care_request r join regions.region g on g.id = r.region_id
      where r.id = of_request) as sight
    where i.request_id = of_request and i.region_id = platform.actor_region() and i.open_to_teams is distinct from sight.teams;
end;
revoke all on function requests.let_holder_see from public;
grant execute on function requests.let_holder_see to wijkpoort_app;
