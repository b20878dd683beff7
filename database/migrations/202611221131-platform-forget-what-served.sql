-- How far the outbox was forgotten: a page that comes back with an older place missed more than is still known.
create table platform.outbox_forgotten (
  only_one boolean primary key default true constraint outbox_forgotten_is_one_row check (only_one),
  xid xid8 not null default '0',
  id bigint not null default 0
);
insert into platform.outbox_forgotten default values;
grant select on platform.outbox_forgotten to wijkpoort_app;

-- Takes away what has served: live changes after two days, mail thirty days after it was sent (it holds an address), the
-- marks by which a retry is known after thirty days. The app itself has no right to delete these; only its own job may ask.
create function platform.forget_what_served(at_moment timestamptz) returns table (events bigint, letters bigint, marks bigint)
language plpgsql security definer set search_path = pg_catalog, platform as $$
declare
  last record;
begin
  if platform.actor_kind() <> 'system' then
    raise exception 'only the product itself forgets' using errcode = 'insufficient_privilege';
  end if;
  select o.xid, o.id into last from platform.outbox o where o.at < at_moment - interval '2 days'
    order by o.xid desc, o.id desc limit 1;
  if found then
    -- Everything up to that place, so that what is left has no holes.
    delete from platform.outbox o where (o.xid, o.id) <= (last.xid, last.id);
    get diagnostics events = row_count;
    update platform.outbox_forgotten f set xid = last.xid, id = last.id where (f.xid, f.id) < (last.xid, last.id);
  end if;
  delete from platform.mail m where m.sent_at < at_moment - interval '30 days';
  get diagnostics letters = row_count;
  delete from platform.idempotency i where i.at < at_moment - interval '30 days';
  get diagnostics marks = row_count;
  events := coalesce(events, 0);
  return next;
end $$;
revoke all on function platform.forget_what_served from public;
grant execute on function platform.forget_what_served to wijkpoort_app;

-- Sessions that ended a month ago: until then the person's own page shows them.
grant delete on access.session to wijkpoort_app;
