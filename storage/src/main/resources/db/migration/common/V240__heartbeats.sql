-- Programs and alerts that say regularly that they are well.
create table heartbeat (
  name varchar(80) primary key,
  every_seconds bigint not null,
  grace_seconds bigint not null,
  service varchar(200),
  severity varchar(10),
  -- SHA-256 of what its address ends with; of the address before as well, until the new one is used.
  token varchar(64) unique,
  token_before varchar(64) unique,
  -- The alert whose repetitions are its beats.
  alert varchar(300),
  added_by varchar(50) not null,
  waits_from timestamp(6) with time zone not null,
  beat_at timestamp(6) with time zone,
  beats bigint not null,
  paused_until timestamp(6) with time zone,
  silent_since timestamp(6) with time zone,
  -- The incident that its last silence opened.
  incident bigint
);

-- When somebody last looked who is silent, and since when beats have been heard without a gap. Whoever looks holds the row.
create table heartbeat_watch (
  looked_at timestamp(6) with time zone not null,
  hearing_since timestamp(6) with time zone not null
);
insert into heartbeat_watch (looked_at, hearing_since) values ('1970-01-01 00:00:00+00', '1970-01-01 00:00:00+00');
