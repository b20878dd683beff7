-- A pin that cannot be kept costs more than all that is not pinned together: of hundreds on one team that is more than four bytes hold, and a
-- proposal that was there could not be kept.
alter table matching.proposal
  alter column cost type bigint,
  alter column bound type bigint;
