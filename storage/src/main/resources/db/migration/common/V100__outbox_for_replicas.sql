-- Whoever works on this database; a process that was not heard for a while is taken for dead.
create table replica (
    id varchar(36) primary key,
    started timestamp(6) with time zone not null,
    heard timestamp(6) with time zone not null
);

-- By what a message is known in Slack, unlike in any other database and after any restore.
alter table outbox add column mark varchar(50);
update outbox set mark = cast(id as varchar(20)) || '@' || cast(cast(floor(extract(epoch from created) * 1000) as bigint) as varchar(20));
alter table outbox alter column mark set not null;

-- Deliveries of one lane that follow each other and name the same may be joined into one message.
alter table outbox add column joint varchar(50);
alter table outbox add column folded_into bigint;

-- Whether an earlier attempt may have succeeded.
alter table outbox add column doubt boolean default false not null;
update outbox set doubt = true where state in ('sending', 'unsure');

-- Who sends it, how often it was taken, and, while it is being sent, its lane: so no lane has two senders.
alter table outbox add column sender varchar(36);
alter table outbox add column turn integer default 0 not null;
alter table outbox add column held varchar(255);
update outbox set state = 'unsure' where state = 'sending';
alter table outbox add constraint outbox_held unique (held);

-- What was shown last, so that the same is not shown again.
alter table posted add column shown varchar(64);
alter table posted add column shown_at timestamp(6) with time zone;

-- How often Slack may be called, counted for all replicas together; times in microseconds since 1970.
create table allowance (
    name varchar(255) primary key,
    spent_until bigint not null,
    paused_until bigint not null,
    paused_for bigint not null
);
