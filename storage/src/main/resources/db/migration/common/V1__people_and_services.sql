create table person (
    id varchar(255) primary key,
    handle varchar(255) not null,
    full_name varchar(1000) not null,
    email varchar(1000),
    time_zone varchar(255),
    active boolean not null
);

create index person_email on person (email);

create table service (
    name varchar(255) primary key,
    owners varchar(255) array,
    runbook varchar(4000),
    depends_on varchar(255) array,
    launcher boolean not null
);
