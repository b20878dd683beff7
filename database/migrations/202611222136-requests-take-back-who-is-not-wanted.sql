-- "Rather not from …" can be taken back: by who asked for the care, and by the team or desk that holds the request and talks with the
-- client. Never by the people of that organisation: they cannot see the row, and what one cannot see one cannot remove.
grant delete on requests.unwanted_organization to wijkpoort_app;
create policy unwanted_taken_back_by_who_asked_or_holds on requests.unwanted_organization for delete to wijkpoort_app
  using (region_id = platform.actor_region() and organization_id is distinct from platform.actor_organization()
    and exists (select from requests.care_request r where r.id = request_id and (
      (platform.actor_verified() and r.id = platform.actor_request())
      or r.requester_organization_id = platform.organization_that_may('requests.refer')
      or r.holder_coordinating_team_id = any (platform.teams_that_may('requests.take')))));
