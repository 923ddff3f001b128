create table timeline_end (
    incident bigint primary key references incident,
    length integer not null,
    seal varchar(64) not null
);

create table timeline_entry (
    incident bigint not null references incident,
    number integer not null,
    happened timestamp(6) with time zone not null,
    recorded timestamp(6) with time zone not null,
    kind varchar(50) not null,
    person varchar(255),
    words varchar(50000) not null,
    link varchar(4000),
    channel varchar(255),
    message varchar(50),
    corrects integer,
    previous varchar(64) not null,
    seal varchar(64) not null,
    primary key (incident, number)
);

create index timeline_entry_message on timeline_entry (channel, message);
create index timeline_entry_corrects on timeline_entry (incident, corrects);
