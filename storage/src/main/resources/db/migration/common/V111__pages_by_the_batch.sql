-- H2 looks many keys up at once only where the key comes first.
create index page_alert_key on page (alert_key);

-- Whether others of an incident still fire, without reading all that are over.
create index page_incident_firing on page (incident, firing);
drop index page_incident;

-- Whoever may open an incident for a service, or let an alert join one, holds the row on which the service's name falls.
create table service_stripe (
  stripe smallint primary key
);
insert into service_stripe (stripe) values
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
  (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31);

-- What alerts changed in an incident within a stretch of time: so much was said line by line, and the rest is counted
-- in one line that is edited in place.
create table alert_tally (
  incident bigint not null references incident,
  since timestamp(6) with time zone not null,
  told integer not null,
  joined integer not null,
  fired_again integer not null,
  ended integer not null,
  acknowledged integer not null,
  primary key (incident, since)
);
