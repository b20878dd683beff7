-- In which language somebody asked for care: letters are written in it, and who calls them knows what to expect. Which languages there are is
-- said by the pages, so that a new one is no migration.
alter table requests.care_request add column asked_in text not null default 'nl'
  constraint care_request_asked_in_a_language check (asked_in ~ '^[a-z]{2,3}$');
