-- When the date moves, who has the request confirms it again. And a client can go over from one organisation to another.
alter table coordination.assignment add column date_confirmed_at timestamptz;
alter table coordination.assignment drop constraint ended_how_is_known;
alter table coordination.assignment add constraint ended_how_is_known
  check (ended_how in ('returned', 'withdrawn', 'closed', 'swapped'));
