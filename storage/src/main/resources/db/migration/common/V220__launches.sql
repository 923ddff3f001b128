-- The storm detector reads the alert log beside the intake. What was kept before it could is history and no news, so it
-- begins where the log ends now.
insert into alert_reading (consumer, part, number) select 'storms', part, number from alert_part;

-- What channels are called, as far as it had to be asked: the settings may name those to watch by name, but messages say
-- no more than the channel's id.
create table channel_name (
  channel varchar(40) primary key,
  name varchar(100) not null
);
