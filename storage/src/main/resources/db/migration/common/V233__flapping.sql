-- Since when an alert that ends and fires again and again has done so: when it first fired as this problem.
alter table page add column series_at timestamp(6) with time zone;

-- What ended lately, to know it when it fires again under another key.
create index page_resolved on page (resolved_at);
