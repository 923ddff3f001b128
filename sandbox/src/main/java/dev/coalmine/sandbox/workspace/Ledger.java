package dev.coalmine.sandbox.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What every collection of the workspace shares: the journal, the clock, and who is told of a change. */
final class Ledger {

    private static final long MICROS = 1_000_000;

    private final Journal journal;
    private final Clock clock;
    private final Runnable changed;
    private final List<Consumer<Happened>> listeners = new CopyOnWriteArrayList<>();
    private long lastMicros;

    Ledger(Journal journal, Clock clock, Runnable changed) {
        this.journal = journal;
        this.clock = clock;
        this.changed = changed;
    }

    void keep(String kind, String id, Object value) {
        journal.put(kind, id, value);
        changed.run();
    }

    void drop(String kind, String id) {
        journal.drop(kind, id);
        changed.run();
    }

    void tell(Happened what) {
        listeners.forEach(it -> it.accept(what));
    }

    void listen(Consumer<Happened> listener) {
        listeners.add(listener);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** Unique and increasing in the whole workspace, also when the clock stands still or goes back. */
    String ts() {
        lastMicros = Math.max(lastMicros + 1, micros(clock.instant()));
        return "%d.%06d".formatted(lastMicros / MICROS, lastMicros % MICROS);
    }

    /** A ts from before the restart stays in the past. */
    void seen(String ts) {
        var dot = ts.indexOf('.');
        var micros = Long.parseLong(ts.substring(0, dot)) * MICROS + Long.parseLong(ts.substring(dot + 1));
        lastMicros = Math.max(lastMicros, micros);
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * MICROS + at.getNano() / 1000;
    }
}
