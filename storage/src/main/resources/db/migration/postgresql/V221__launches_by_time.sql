-- Launches are few among alerts, which need not pay for it.
create index signal_launch on signal (received_at) where kind = 'launch';
