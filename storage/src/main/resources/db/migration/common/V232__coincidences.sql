-- What happened shortly before an incident began and happens seldom, as it was believed when it was looked for.
create table coincidence (
  incident bigint not null,
  subject varchar(1300) not null,
  size integer not null,
  share double precision not null,
  distance_seconds bigint not null,
  began_at timestamp(6) with time zone not null,
  said boolean not null,
  recurrence boolean not null,
  primary key (incident, subject)
);
create index coincidence_began on coincidence (began_at);
