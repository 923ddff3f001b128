-- What was merged into an incident; PostgreSQL makes no index for a reference by itself.
create index incident_merged_into on incident (merged_into);

-- The latest alerts: H2 walks along an index only if it has the whole order.
create index page_latest on page (heard_at, id);
drop index page_heard;

-- The message that is no longer there, when Slack tells of it.
create index posted_message on posted (channel, ts);
