-- Launches and alerts as the storm detector hears them, in one order. 'happened_at' is by the sender's clock.
create table signal (
  number bigint primary key,
  happened_at timestamp(6) with time zone not null,
  received_at timestamp(6) with time zone not null,
  kind varchar(10) not null,
  source varchar(200) not null,
  automated boolean,
  entity varchar(300),
  outcome varchar(10) not null,
  said varchar(2000),
  link varchar(2000),
  origin varchar(100) not null,
  -- Names and values, each followed by the character U+001F.
  attributes varchar(8100) not null
);
create index signal_received on signal (received_at);

-- The number of the last row; whoever appends holds this row until the commit, so that numbers become visible in their
-- order.
create table signal_end (
  number bigint not null
);
insert into signal_end (number) values (0);
