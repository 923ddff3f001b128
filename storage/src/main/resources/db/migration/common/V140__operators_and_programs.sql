-- What operators were told last about, so that each thing is told them once.
create table operators_told (
    topic varchar(50) primary key,
    up_to timestamp(6) with time zone not null,
    told_at timestamp(6) with time zone not null
);

-- Requests of programs by their idempotency key, so that one that comes again does nothing again.
create table api_request (
    request_key varchar(64) primary key,
    body_digest varchar(64) not null,
    outcome bigint,
    received_at timestamp(6) with time zone not null
);
create index api_request_received on api_request (received_at);
