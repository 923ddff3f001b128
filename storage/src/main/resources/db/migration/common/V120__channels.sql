-- Why its channel cannot be used, and since when.
alter table incident add column channel_lost_at timestamp(6) with time zone;
alter table incident add column channel_trouble varchar(1000);

-- How far the making of a channel has come; gone once the channel is in the incident's record.
create table channel_making (
    incident bigint primary key references incident,
    base varchar(80) not null,
    nth integer not null,
    asked timestamp(6) with time zone
);

-- What Slack shows above a channel, as far as Coalmine has set it.
create table channel_topic (
    channel varchar(255) primary key,
    topic varchar(1000),
    set_at timestamp(6) with time zone
);
