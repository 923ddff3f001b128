-- The log in four parts, so that replicas append and read beside each other. A row's number is a trillion times its part
-- plus its place in that part, counted from one without gaps. What was there before is part 0.
create table alert_part (
  part smallint primary key,
  -- Of the last row. Whoever appends to the part holds this row until the commit, so that numbers become visible in
  -- their order.
  number bigint not null
);
insert into alert_part (part, number) select 0, number from alert_log_end;
insert into alert_part (part, number) values (1, 1000000000000), (2, 2000000000000), (3, 3000000000000);
drop table alert_log_end;

-- How far each part has been read, and by whom it is being read: whoever does holds the row until the commit.
create table alert_reading (
  consumer varchar(40) not null,
  part smallint not null references alert_part,
  number bigint not null,
  primary key (consumer, part)
);
insert into alert_reading (consumer, part, number)
  select 'intake', part, part * cast(1000000000000 as bigint) from alert_part;
update alert_reading set number = (select c.number from alert_cursor c where c.consumer = 'intake')
  where part = 0 and exists (select 1 from alert_cursor c where c.consumer = 'intake');
drop table alert_cursor;
