-- Organisations keep their AGB code themselves from now on; until now nothing wrote it.
alter table organizations.organization
  add constraint agb_code_has_eight_digits check (agb_code ~ '^[0-9]{8}$');
