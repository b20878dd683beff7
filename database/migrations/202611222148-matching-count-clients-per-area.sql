-- In which postcodes an organisation has clients now, and how many: travel may count from there. Counted at night and from three on, so
-- that a number says nothing about anybody; no request, no client, no moment.
create table matching.client_area (
  organization_id uuid not null references organizations.organization on delete cascade,
  pc4 text not null,
  region_id uuid not null references regions.region,
  clients int not null constraint client_area_hides_small_numbers check (clients >= 3),
  primary key (organization_id, pc4)
);
grant select, insert, delete on matching.client_area to wijkpoort_app;
alter table matching.client_area enable row level security;
create policy client_area_read_by_professionals on matching.client_area for select to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() in ('user', 'system'));
create policy client_area_counted_by_the_system on matching.client_area for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and platform.actor_kind() = 'system');
create policy client_area_counted_anew_by_the_system on matching.client_area for delete to wijkpoort_app
  using (region_id = platform.actor_region() and platform.actor_kind() = 'system');
