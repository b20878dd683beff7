-- A desk also works on what came to it from the list of another team.
create index care_request_held_list on requests.care_request (holder_coordinating_team_id, list_rank, act_by, id)
  where state in ('submitted', 'triage', 'listed', 'offered', 'proposed', 'assigned');
