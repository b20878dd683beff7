-- Whether a team can send a woman, or a man, to who asks for that. Only what the team says of itself as a whole: nothing of any person who
-- works there is kept. Empty is not told.
alter table organizations.team add column carer_genders text[] not null default '{}'
  constraint carer_genders_are_known check (carer_genders <@ array['female', 'male']);
