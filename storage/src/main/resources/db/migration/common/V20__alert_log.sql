-- What alert sources said, as it came and in the order in which it was kept.
create table alert_log (
  number bigint primary key,
  source varchar(40) not null,
  delivery varchar(200),
  received_at timestamp(6) with time zone not null,
  body text not null
);

-- The number of the last row. Whoever appends holds this row until the commit, so that numbers become visible in
-- their order; numbers from a sequence do not, and a reader that had passed 8 would never see a 7 committed after it.
create table alert_log_end (
  number bigint not null
);
insert into alert_log_end (number) values (0);

-- How far each reader has come.
create table alert_cursor (
  consumer varchar(40) primary key,
  number bigint not null
);

-- Rows that a reader could not handle, and why.
create table alert_set_aside (
  consumer varchar(40) not null,
  number bigint not null,
  reason varchar(1000) not null,
  set_aside_at timestamp(6) with time zone not null,
  primary key (consumer, number)
);
