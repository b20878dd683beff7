-- Why a light is not green is a list of the region as well. A region that is there already starts with the first reasons.
alter table regions.reason drop constraint reason_list_is_known;
alter table regions.reason add constraint reason_list_is_known
  check (list in ('refusal', 'return', 'withdrawal', 'closing', 'wish-not-met', 'light'));

insert into regions.reason (region_id, list, code, label, wants_text, position)
select r.id, 'light', first.code, first.label, first.code = 'other', first.position
from regions.region r
cross join (values
  ('full-routes', 'De routes zijn vol', 0),
  ('staff-ill', 'Zieke collega’s', 1),
  ('holiday', 'Vakantie of vrije dagen', 2),
  ('expertise-away', 'Deskundigheid is er niet', 3),
  ('other', 'Anders', 4)) first (code, label, position)
on conflict do nothing;
