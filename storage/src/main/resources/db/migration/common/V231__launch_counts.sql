-- How many launches there were in each minute, by source and outcome; the source '' stands for all together. Minutes are
-- counted since 1970 in UTC, by the sender's clock.
create table launch_minute (
  source varchar(200) not null,
  outcome varchar(10) not null,
  at_minute bigint not null,
  launches integer not null,
  primary key (source, outcome, at_minute)
);
create index launch_minute_at on launch_minute (at_minute);

-- Who launches. 'patience' is how many minutes it may be silent, as judged when it had been silent for a while: null
-- before that, 0 if it launches too irregularly to tell.
create table launcher (
  source varchar(200) primary key,
  first_minute bigint not null,
  last_minute bigint not null,
  heard_at timestamp(6) with time zone not null,
  origin varchar(100) not null,
  patience integer,
  -- The minute of its last launch when its silence was noticed; null while it is not silent.
  missed_minute bigint,
  -- The incident that its last silence opened.
  incident bigint
);
create index launcher_last on launcher (last_minute);
