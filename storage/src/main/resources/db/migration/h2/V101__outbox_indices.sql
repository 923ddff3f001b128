-- H2 knows no partial indices; what is still to be sent stands together at one end of this one.
create index outbox_pending on outbox (pending, lane, id, state, priority);
drop index outbox_lane;
drop index outbox_state;
create index outbox_state on outbox (state, id);
create index outbox_done on outbox (state, done);
create index outbox_folded on outbox (folded_into);
