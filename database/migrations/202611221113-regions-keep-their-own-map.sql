-- Municipalities and postcode areas are kept on pages, by the region only; until now this stood only in the commands.
alter table regions.municipality enable row level security;
create policy municipality_read_by_all on regions.municipality for select to wijkpoort_app using (true);
create policy municipality_kept_by_the_region on regions.municipality for all to wijkpoort_app
  using (platform.actor_kind() = 'system' or (region_id = platform.actor_region() and platform.actor_may('region.manage')))
  with check (platform.actor_kind() = 'system' or (region_id = platform.actor_region() and platform.actor_may('region.manage')));
alter table regions.postcode_area enable row level security;
create policy postcode_area_read_by_all on regions.postcode_area for select to wijkpoort_app using (true);
create policy postcode_area_kept_by_the_region on regions.postcode_area for all to wijkpoort_app
  using (platform.actor_kind() = 'system' or (region_id = platform.actor_region() and platform.actor_may('region.manage')))
  with check (platform.actor_kind() = 'system' or (region_id = platform.actor_region() and platform.actor_may('region.manage')));
grant delete on regions.municipality to wijkpoort_app;
