-- In a practice region somebody can let the term of one request run out instead of waiting for it. Nothing is waved through:
-- the request and all that happened to it become that much older, and what is due then is done by the same job as ever. The
-- log of who saw what stays as it is. In a database that was not made for practice nothing moves.
create function requests.pass_time(of_request uuid, by interval) returns void
language plpgsql security definer set search_path = pg_catalog, requests as $$
begin
  if by <= interval '0' or not exists (select from platform.installation where practice)
    or not exists (select from care_request r where r.id = of_request and r.region_id = platform.actor_region()) then
    raise exception 'Time passes in a practice region only, and forward' using errcode = '42501';
  end if;
  update care_request set submitted_at = submitted_at - by, state_since = state_since - by,
    clock_started_at = clock_started_at - by, act_by = act_by - by, remind_at = remind_at - by, returned_at = returned_at - by,
    supplemented_at = supplemented_at - by, date_changed_at = date_changed_at - by
    where id = of_request;
  update history_entry set at = at - by, act_by = act_by - by where request_id = of_request;
  update question set asked_at = asked_at - by, answer_by = answer_by - by, act_by_before = act_by_before - by,
    closed_at = closed_at - by where request_id = of_request;
  update part set taken_at = taken_at - by, ended_at = ended_at - by where request_id = of_request;
end $$;
revoke all on function requests.pass_time from public;
grant execute on function requests.pass_time to wijkpoort_app;

create function coordination.pass_time(of_request uuid, by interval) returns void
language plpgsql security definer set search_path = pg_catalog, coordination as $$
begin
  if by <= interval '0' or not exists (select from platform.installation where practice)
    or not exists (select from requests.care_request r where r.id = of_request and r.region_id = platform.actor_region()) then
    raise exception 'Time passes in a practice region only, and forward' using errcode = '42501';
  end if;
  update inquiry set asked_at = asked_at - by, answer_by = answer_by - by, closed_at = closed_at - by
    where request_id = of_request;
  update inquiry_party p set answered_at = p.answered_at - by from inquiry i where i.id = p.inquiry_id
    and i.request_id = of_request;
  update assignment set taken_at = taken_at - by, ended_at = ended_at - by, date_confirmed_at = date_confirmed_at - by
    where request_id = of_request;
  update swap set proposed_at = proposed_at - by, answer_by = answer_by - by, closed_at = closed_at - by
    where request_id = of_request;
  update asking_at_once set begun_at = begun_at - by, ended_at = ended_at - by where request_id = of_request;
end $$;
revoke all on function coordination.pass_time from public;
grant execute on function coordination.pass_time to wijkpoort_app;
