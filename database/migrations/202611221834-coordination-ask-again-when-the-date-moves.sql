-- When the date of a request moves while it is asked around, an offer for the old date is no offer any more: its organisation is asked
-- again. That it was asked again is kept, so that it hears why, and so that its second answer is not counted as another first one.
alter table coordination.inquiry_party add column asked_again_at timestamptz;
