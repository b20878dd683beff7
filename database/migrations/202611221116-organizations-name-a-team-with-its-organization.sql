-- A row of another module that names a team, its organisation and its region can then be held to all three at once.
alter table organizations.team add constraint team_of_one_organization unique (id, organization_id, region_id);
