-- More than one region in one database: every row that a region has is seen and changed only by who acts in that region. What
-- was one region's before (its areas, reasons, way of working, teams) could be read by all; with two it no longer can.

-- The name in front of the door, such as zorg.example.nl. A region without one is found at its slug before the address of the
-- installation; the first region also answers to every name that is nobody's.
alter table regions.region add column host text constraint host_is_a_name
  check (host ~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$');
create unique index region_host_once on regions.region (host);
alter table regions.region add constraint slug_is_a_name check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$') not valid;
grant update (host) on regions.region to wijkpoort_app;

-- The facts of a region are its own for whoever acts. Before anybody acts (no kind is set) the product reads them to know whose
-- door it stands at; every transaction says who acts.
drop policy region_read_by_all on regions.region;
create policy region_read_in_region on regions.region for select to wijkpoort_app
  using (id = platform.actor_region() or platform.actor_kind() = '');
drop policy region_kept_by_the_region on regions.region;
create policy region_kept_by_the_region on regions.region for all to wijkpoort_app
  using (id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')))
  with check (id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')));
drop policy reason_read_by_all on regions.reason;
create policy reason_read_in_region on regions.reason for select to wijkpoort_app
  using (region_id = platform.actor_region() or platform.actor_kind() = '');
drop policy reason_kept_by_the_region on regions.reason;
create policy reason_kept_by_the_region on regions.reason for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')))
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')));
drop policy municipality_read_by_all on regions.municipality;
create policy municipality_read_in_region on regions.municipality for select to wijkpoort_app
  using (region_id = platform.actor_region() or platform.actor_kind() = '');
drop policy municipality_kept_by_the_region on regions.municipality;
create policy municipality_kept_by_the_region on regions.municipality for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')))
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')));
drop policy postcode_area_read_by_all on regions.postcode_area;
create policy postcode_area_read_in_region on regions.postcode_area for select to wijkpoort_app
  using (region_id = platform.actor_region() or platform.actor_kind() = '');
drop policy postcode_area_kept_by_the_region on regions.postcode_area;
create policy postcode_area_kept_by_the_region on regions.postcode_area for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')))
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')));
drop policy way_of_working_read_by_all on regions.way_of_working_version;
create policy way_of_working_read_in_region on regions.way_of_working_version for select to wijkpoort_app
  using (region_id = platform.actor_region() or platform.actor_kind() = '');

drop policy coordinating_team_read_by_all on organizations.coordinating_team;
create policy coordinating_team_read_in_region on organizations.coordinating_team for select to wijkpoort_app
  using (region_id = platform.actor_region());

-- Two lists without a region of their own take that of their team; a team of another region is not found and so refused.
alter table organizations.service_area add column region_id uuid references regions.region default platform.actor_region();
update organizations.service_area a set region_id = t.region_id from organizations.team t where t.id = a.team_id;
alter table organizations.service_area alter column region_id set not null;
create function organizations.service_area_region() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  new.region_id := (select t.region_id from organizations.team t where t.id = new.team_id);
  return new;
end $$;
create trigger service_area_is_in_the_region_of_its_team before insert or update on organizations.service_area
  for each row execute function organizations.service_area_region();
drop policy service_area_read_by_all on organizations.service_area;
create policy service_area_read_in_region on organizations.service_area for select to wijkpoort_app
  using (region_id = platform.actor_region());
drop policy service_area_kept_by_its_own on organizations.service_area;
create policy service_area_kept_by_its_own on organizations.service_area for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from organizations.team t
      where t.id = team_id and t.organization_id = platform.actor_organization()))))
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from organizations.team t
      where t.id = team_id and t.organization_id = platform.actor_organization()))));

alter table people.coordinating_team_member add column region_id uuid references regions.region default platform.actor_region();
update people.coordinating_team_member m set region_id = t.region_id
  from organizations.coordinating_team t where t.id = m.coordinating_team_id;
alter table people.coordinating_team_member alter column region_id set not null;
create function people.member_region() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  new.region_id := (select t.region_id from organizations.coordinating_team t where t.id = new.coordinating_team_id);
  return new;
end $$;
create trigger member_is_in_the_region_of_its_team before insert or update on people.coordinating_team_member
  for each row execute function people.member_region();
drop policy membership_read_by_all on people.coordinating_team_member;
create policy membership_read_in_region on people.coordinating_team_member for select to wijkpoort_app
  using (region_id = platform.actor_region());
drop policy membership_kept_by_administrators on people.coordinating_team_member;
create policy membership_kept_by_administrators on people.coordinating_team_member for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from people.practitioner_role r
      where r.id = practitioner_role_id and r.role = 'nurse' and r.organization_id = platform.actor_organization()))))
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from people.practitioner_role r
      where r.id = practitioner_role_id and r.role = 'nurse' and r.organization_id = platform.actor_organization()))));

-- A session is good at the door of its own region only.
drop policy session_kept_by_the_door on access.session;
create policy session_kept_by_the_door on access.session for all to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or user_account_id = platform.actor_user()))
  with check (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or user_account_id = platform.actor_user()));

-- Somebody can work in two regions with one mail address, and neither region learns from the other that it is taken.
drop index people.user_account_email_once;
create unique index user_account_email_once on people.user_account (region_id, lower(email));
