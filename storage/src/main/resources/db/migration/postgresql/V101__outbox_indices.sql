-- Only what is still to be sent, or needs somebody's attention; a long history costs nothing here.
create index outbox_pending on outbox (lane, id) include (state, priority, created) where pending = true;
drop index outbox_lane;
drop index outbox_state;
create index outbox_state on outbox (state, id) where state in ('sending', 'unsure', 'dead');
create index outbox_done on outbox (done) where state in ('sent', 'folded', 'dropped');
create index outbox_folded on outbox (folded_into) where folded_into is not null;
