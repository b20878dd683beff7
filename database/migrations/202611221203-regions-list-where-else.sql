-- Where a request is sent when other help fits better is a list of the region as well. A region that is there already starts
-- with the first of them.
alter table regions.reason drop constraint reason_list_is_known;
alter table regions.reason add constraint reason_list_is_known
  check (list in ('refusal', 'return', 'withdrawal', 'closing', 'wish-not-met', 'light', 'redirection'));

insert into regions.reason (region_id, list, code, label, wants_text, position)
select r.id, 'redirection', first.code, first.label, first.code = 'other', first.position
from regions.region r
cross join (values
  ('short-stay', 'Tijdelijk verblijf', 0),
  ('wmo', 'Gemeente (Wmo)', 1),
  ('wlz', 'Wet langdurige zorg (Wlz)', 2),
  ('gp', 'Huisarts', 3),
  ('other-region', 'Een andere regio', 4),
  ('other', 'Anders', 5)) first (code, label, position)
on conflict do nothing;
