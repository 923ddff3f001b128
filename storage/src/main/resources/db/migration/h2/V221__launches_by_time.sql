-- H2 has no index for some of the rows only.
create index signal_kind on signal (kind, received_at);
