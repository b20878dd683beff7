-- Who may see a card is judged for every row that a list or a count looks at. Asked as a subquery, who acts is read from the
-- settings of the transaction once per statement and not again for each row. The rules are those of 202611221132.
create function platform.teams_that_may(permission text) returns uuid[] language sql stable parallel safe
  return case when platform.actor_may(permission) then platform.actor_teams() else '{}'::uuid[] end;
create function platform.organization_that_may(permission text) returns uuid language sql stable parallel safe
  return case when platform.actor_may(permission) then platform.actor_organization() end;

drop policy card_seen_by_who_is_concerned on requests.care_request;
create policy card_seen_by_who_is_concerned on requests.care_request for select to wijkpoort_app using (
  region_id = (select platform.actor_region()) and (
    coordinating_team_id = any ((select platform.teams_that_may('requests.list'))::uuid[])
    or holder_coordinating_team_id = any ((select platform.teams_that_may('requests.list'))::uuid[])
    or taker_organization_id = (select platform.organization_that_may('requests.list'))
    or (select platform.actor_may('requests.oversee'))
    or (select platform.actor_kind() = 'system')
    or id = (select platform.actor_request())
    or holder_organization_id = (select platform.organization_that_may('requests.list'))
    or requester_organization_id = (select platform.organization_that_may('requests.refer'))
    or (select platform.organization_that_may('requests.take')) = any (shown_to_organizations)
    or shown_to_teams && (select platform.teams_that_may('requests.list'))));

drop policy card_changed_by_who_is_concerned on requests.care_request;
create policy card_changed_by_who_is_concerned on requests.care_request for update to wijkpoort_app using (
  region_id = (select platform.actor_region()) and (
    coordinating_team_id = any ((select platform.teams_that_may('requests.list'))::uuid[])
    or holder_coordinating_team_id = any ((select platform.teams_that_may('requests.list'))::uuid[])
    or taker_organization_id = (select platform.organization_that_may('requests.list'))
    or (select platform.actor_kind() = 'system')
    or id = (select platform.actor_request())
    or holder_organization_id = (select platform.organization_that_may('requests.list'))
    or holder_organization_id = (select platform.organization_that_may('requests.oversee'))
    or requester_organization_id = (select platform.organization_that_may('requests.refer'))
    or (select platform.organization_that_may('requests.take')) = any (shown_to_organizations)
    or shown_to_teams && (select platform.teams_that_may('requests.list'))))
  with check (region_id = (select platform.actor_region()));
