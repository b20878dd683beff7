-- Who works at a desk takes calls and finds requests for who calls; who gives advice sees only what they were asked. Both sit in a
-- coordinating team, as nurses do.
alter table people.practitioner_role drop constraint practitioner_role_is_known;
alter table people.practitioner_role add constraint practitioner_role_is_known check (role in
  ('referrer', 'nurse', 'desk-worker', 'specialist', 'organization-administrator', 'region-manager', 'privacy-officer'));

drop policy role_kept_by_its_organization on people.practitioner_role;
create policy role_kept_by_its_organization on people.practitioner_role for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization()
      and role in ('referrer', 'nurse', 'desk-worker', 'specialist', 'organization-administrator')
      and not exists (select from people.practitioner_role r
        where r.practitioner_id = practitioner_role.practitioner_id and (r.organization_id <> platform.actor_organization()
          or r.role in ('region-manager', 'privacy-officer'))))));
drop policy role_changed_by_its_organization on people.practitioner_role;
create policy role_changed_by_its_organization on people.practitioner_role for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization()
      and role in ('referrer', 'nurse', 'desk-worker', 'specialist', 'organization-administrator'))));

-- Until now the people of the region's desk were nurses of an office that gives no care.
update people.practitioner_role r set role = 'desk-worker'
  where r.role = 'nurse'
    and exists (select from organizations.organization o where o.id = r.organization_id and o.kind = 'region-office')
    and exists (select from people.coordinating_team_member m join organizations.coordinating_team t on t.id = m.coordinating_team_id
      where m.practitioner_role_id = r.id and t.kind = 'desk');
