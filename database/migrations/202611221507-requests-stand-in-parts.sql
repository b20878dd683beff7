-- A request may be divided on purpose over several takers: by part of the day, or by kind of care. The request keeps its one state,
-- holder and act-by; its parts stand beside it, each with a taker and a start of its own, and together they are the whole of it.
-- Who sees the request does not change: a party with a part is among `shown_to_organizations`, so the list's policy stays one look at
-- one row.
alter table requests.care_request
  add column split_by text constraint split_is_known check (split_by in ('daypart', 'care-kind'));

create table requests.part (
  id uuid primary key,
  request_id uuid not null references requests.care_request,
  region_id uuid not null,
  position smallint not null,
  dayparts text[] not null,
  care_kinds text[] not null constraint part_has_care check (cardinality(care_kinds) > 0),
  -- Whoever takes this part answers for the whole once everything is taken.
  keeps_overview boolean not null default false,
  -- Who was asked for this part; the first yes has it.
  asked_organizations uuid[] not null default '{}',
  taker_organization_id uuid references organizations.organization,
  taken_at timestamptz,
  -- The day on which its taker said it would begin, when that is another than was asked.
  starts_on date,
  started_on date,
  ended_at timestamptz,
  constraint taken_part_has_a_taker check ((taker_organization_id is null) = (taken_at is null)),
  constraint started_part_has_a_taker check (started_on is null or taker_organization_id is not null)
);
create unique index part_has_its_place on requests.part (request_id, position) where ended_at is null;
create unique index one_part_keeps_the_overview on requests.part (request_id) where keeps_overview and ended_at is null;
create index part_of_request on requests.part (request_id);
create index part_of_taker on requests.part (taker_organization_id) where ended_at is null and taker_organization_id is not null;
-- What is still to be taken: few, whatever the history.
create index part_to_take on requests.part (request_id) where ended_at is null and taker_organization_id is null;
grant select, insert, update on requests.part to wijkpoort_app;
alter table requests.part enable row level security;
create policy part_seen_with_the_card on requests.part for select to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from requests.care_request r where r.id = request_id));
create policy part_made_by_the_system on requests.part for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy part_changed_by_the_system on requests.part for update to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');

-- The sum of the parts is the whole: looked at when the transaction ends, whatever the code did before it.
create function requests.parts_make_the_whole() returns trigger
language plpgsql security definer set search_path = pg_catalog, requests as $$
declare
  whole record;
  of_request uuid := case when tg_table_name = 'part' then (to_jsonb(new) ->> 'request_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end;
  pieces text[];
begin
  select r.split_by, r.dayparts, r.care_kinds, r.ended_at into whole from requests.care_request r where r.id = of_request;
  select array_agg(piece order by piece) into pieces from requests.part p,
      unnest(case when whole.split_by = 'care-kind' then p.care_kinds else p.dayparts end) as piece
    where p.request_id = of_request and p.ended_at is null;
  if whole.split_by is null or whole.ended_at is not null then
    if pieces is not null then
      raise exception 'A request that is not divided has no parts' using errcode = '23514', constraint = 'parts_make_the_whole';
    end if;
  elsif pieces is distinct from (select array_agg(piece order by piece)
      from unnest(case when whole.split_by = 'care-kind' then whole.care_kinds else whole.dayparts end) as piece) then
    raise exception 'The parts of a request are not the whole of it' using errcode = '23514', constraint = 'parts_make_the_whole';
  end if;
  return null;
end $$;
create constraint trigger parts_make_the_whole after insert or update of dayparts, care_kinds, ended_at on requests.part
  deferrable initially deferred for each row execute function requests.parts_make_the_whole();
create constraint trigger parts_make_the_whole after update of split_by on requests.care_request
  deferrable initially deferred for each row when (old.split_by is distinct from new.split_by)
  execute function requests.parts_make_the_whole();

-- Opening is for who has the whole, or a part of it, at this moment.
create or replace function requests.open_identity(of_request uuid, for_organization uuid) returns void
language sql security definer set search_path = pg_catalog, requests
begin atomic
  update requests.patient_identity i set open_to = array(select distinct unnest(i.open_to || for_organization))
    where i.request_id = of_request and i.region_id = platform.actor_region()
      and (exists (select from requests.care_request r where r.id = of_request
          and r.taker_organization_id = for_organization and r.state = 'assigned' and r.split_by is null)
        or exists (select from requests.part p where p.request_id = of_request
          and p.taker_organization_id = for_organization and p.ended_at is null));
end;

-- A client who goes over from one organisation to another counts as taken by the other.
drop trigger taken_is_counted on requests.history_entry;
create trigger taken_is_counted after insert on requests.history_entry for each row
  when (new.code in ('taken', 'part-taken', 'swapped') and new.organization_id is not null)
  execute function requests.count_taken();
