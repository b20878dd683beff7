-- The last step of a ladder asks the health insurer to mediate (article 11 of the Zvw: its duty to provide care). Its letter has to say
-- who it is about, and that is shown to nobody before that step has come and the client agreed; then to whoever holds the request.
create function requests.for_the_insurer(of_request uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, requests
begin atomic
  select jsonb_build_object('givenName', i.given_name, 'familyName', i.family_name, 'birthDate', i.birth_date, 'street', i.street,
      'houseNumber', i.house_number, 'postcode', i.postcode, 'place', i.place, 'phone', i.phone)
    from requests.care_request r join requests.patient_identity i on i.request_id = r.id
    where r.id = of_request and r.region_id = platform.actor_region() and r.escalation_step = 'insurer-mediation'
      and r.state in ('triage', 'listed', 'offered', 'proposed')
      and exists (select from requests.consent c where c.request_id = r.id and 'insurer-mediation' = any (c.scope)
        and c.withdrawn_at is null)
      and ((r.holder_organization_id = platform.actor_organization()
          and (platform.actor_may('requests.oversee') or platform.actor_may('requests.take')))
        or (r.holder_coordinating_team_id = any (platform.actor_teams()) and platform.actor_may('requests.take')));
end;
revoke all on function requests.for_the_insurer from public;
grant execute on function requests.for_the_insurer to wijkpoort_app;
