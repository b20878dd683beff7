-- An invitation lets somebody set a password and a second factor for an account that an administrator made or emptied.
-- The key stands in the mail; here only its keyed hash.
create table access.invitation (
  id uuid primary key,
  key_hash bytea not null unique,
  region_id uuid not null references regions.region,
  user_account_id uuid not null references people.user_account,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index invitation_of_account on access.invitation (user_account_id) where ended_at is null;
grant select, insert, update on access.invitation to wijkpoort_app;
alter table access.invitation enable row level security;
create policy invitation_opened_by_the_door on access.invitation for select to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system'
    or platform.actor_may('organization.administer') or platform.actor_may('region.manage')));
-- Who may not see the account (its own policy decides) cannot invite for it.
create policy invitation_made_by_administrators on access.invitation for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and exists (select from people.user_account u where u.id = user_account_id)
    and (platform.actor_kind() = 'system' or platform.actor_may('organization.administer') or platform.actor_may('region.manage')));
create policy invitation_ended_by_administrators on access.invitation for update to wijkpoort_app
  using (region_id = platform.actor_region() and exists (select from people.user_account u where u.id = user_account_id)
    and (platform.actor_kind() = 'system' or platform.actor_may('organization.administer') or platform.actor_may('region.manage')));

-- Whoever ends an account or takes its second factor away, ends its sessions with it: they do not come back when the
-- account is opened again.
create function access.end_sessions() returns trigger
language plpgsql security definer set search_path = pg_catalog, access as $$
begin
  update access.session set revoked_at = now() where user_account_id = new.id and revoked_at is null;
  return null;
end $$;
create trigger sessions_end_with_the_account after update of active, totp_secret on people.user_account
  for each row when ((old.active and not new.active) or (old.totp_secret is not null and new.totp_secret is null))
  execute function access.end_sessions();

-- An administrator gives roles to people of their own organisation, not to somebody who works elsewhere: with a role here
-- they could change that person's account.
drop policy role_kept_by_its_organization on people.practitioner_role;
create policy role_kept_by_its_organization on people.practitioner_role for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization()
      and role in ('referrer', 'nurse', 'organization-administrator')
      and not exists (select from people.practitioner_role r
        where r.practitioner_id = practitioner_role.practitioner_id and (r.organization_id <> platform.actor_organization()
          or r.role in ('region-manager', 'privacy-officer'))))));
drop policy role_changed_by_its_organization on people.practitioner_role;
create policy role_changed_by_its_organization on people.practitioner_role for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and organization_id = platform.actor_organization()
      and role in ('referrer', 'nurse', 'organization-administrator'))));
drop policy account_made_by_administrators on people.user_account;
create policy account_made_by_administrators on people.user_account for insert to wijkpoort_app
  with check (region_id = platform.actor_region() and (platform.actor_may('region.manage') or platform.actor_kind() = 'system'
    or (platform.actor_may('organization.administer') and exists (select from people.practitioner_role r
      where r.practitioner_id = user_account.practitioner_id and r.organization_id = platform.actor_organization()))));
-- Somebody with a role elsewhere, or one that the region gave, keeps their account: only the region changes it.
drop policy account_changed_by_administrators on people.user_account;
create policy account_changed_by_administrators on people.user_account for update to wijkpoort_app
  using (region_id = platform.actor_region() and (platform.actor_kind() = 'system' or id = platform.actor_user()
    or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer')
      and exists (select from people.practitioner_role r
        where r.practitioner_id = user_account.practitioner_id and r.organization_id = platform.actor_organization())
      and not exists (select from people.practitioner_role r
        where r.practitioner_id = user_account.practitioner_id and (r.organization_id <> platform.actor_organization()
          or r.role in ('region-manager', 'privacy-officer'))))));

-- Anyone may read which teams there are and what they serve; changing is for those whose work it is.
alter table people.coordinating_team_member enable row level security;
create policy membership_read_by_all on people.coordinating_team_member for select to wijkpoort_app using (true);
create policy membership_kept_by_administrators on people.coordinating_team_member for all to wijkpoort_app
  using (platform.actor_kind() = 'system' or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from people.practitioner_role r
      where r.id = practitioner_role_id and r.role = 'nurse' and r.organization_id = platform.actor_organization())))
  with check (platform.actor_kind() = 'system' or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from people.practitioner_role r
      where r.id = practitioner_role_id and r.role = 'nurse' and r.organization_id = platform.actor_organization())));
alter table organizations.coordinating_team enable row level security;
create policy coordinating_team_read_by_all on organizations.coordinating_team for select to wijkpoort_app using (true);
create policy coordinating_team_kept_by_the_region on organizations.coordinating_team for insert to wijkpoort_app
  with check (region_id = platform.actor_region()
    and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')));
create policy coordinating_team_changed_by_the_region on organizations.coordinating_team for update to wijkpoort_app
  using (region_id = platform.actor_region()
    and (platform.actor_kind() = 'system' or platform.actor_may('region.manage')));
alter table organizations.service_area enable row level security;
create policy service_area_read_by_all on organizations.service_area for select to wijkpoort_app using (true);
create policy service_area_kept_by_its_own on organizations.service_area for all to wijkpoort_app
  using (platform.actor_kind() = 'system' or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from organizations.team t
      where t.id = team_id and t.organization_id = platform.actor_organization())))
  with check (platform.actor_kind() = 'system' or platform.actor_may('region.manage')
    or (platform.actor_may('organization.administer') and exists (select from organizations.team t
      where t.id = team_id and t.organization_id = platform.actor_organization())));

-- The facts of the region are changed by the region.
alter table regions.region enable row level security;
create policy region_read_by_all on regions.region for select to wijkpoort_app using (true);
create policy region_kept_by_the_region on regions.region for all to wijkpoort_app
  using (platform.actor_kind() = 'system' or (id = platform.actor_region() and platform.actor_may('region.manage')))
  with check (platform.actor_kind() = 'system' or (id = platform.actor_region() and platform.actor_may('region.manage')));
alter table regions.reason enable row level security;
create policy reason_read_by_all on regions.reason for select to wijkpoort_app using (true);
create policy reason_kept_by_the_region on regions.reason for all to wijkpoort_app
  using (platform.actor_kind() = 'system' or (region_id = platform.actor_region() and platform.actor_may('region.manage')))
  with check (platform.actor_kind() = 'system' or (region_id = platform.actor_region() and platform.actor_may('region.manage')));

-- The privacy officer types and reads request numbers; the requests themselves stay closed to them.
create function audit.request_of_number(of_number text) returns uuid
language sql stable security definer set search_path = pg_catalog
return (select r.id from requests.care_request r
  where r.number = of_number and r.region_id = platform.actor_region() and platform.actor_may('audit.read'));
create function audit.number_of_request(of_request uuid) returns text
language sql stable security definer set search_path = pg_catalog
return (select r.number from requests.care_request r
  where r.id = of_request and r.region_id = platform.actor_region() and platform.actor_may('audit.read'));
revoke all on function audit.request_of_number, audit.number_of_request from public;
grant execute on function audit.request_of_number, audit.number_of_request to wijkpoort_app;
