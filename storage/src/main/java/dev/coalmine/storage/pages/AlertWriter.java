package dev.coalmine.storage.pages;

import dev.coalmine.storage.pages.LogEnds.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Group commit: one thread writes whatever is waiting in one transaction, so that a hundred senders wait for one flush of
 * the disk and not for a hundred.
 *
 * <p>If that fails, everybody who is waiting is told so at once. They send again, and by then the database may be back;
 * to try for them would only take their patience.
 */
final class AlertWriter implements AutoCloseable {

    private record Waiting(Row row, CompletableFuture<Long> kept) {}

    private static final int MOST_ROWS = 500;
    private static final int MOST_WEIGHT = 4 << 20;
    // Four full transactions; whoever comes then would wait for too long.
    private static final int MOST_WAITING = 4 * MOST_ROWS;
    private static final long MOST_WAITING_WEIGHT = 48L << 20;

    /** So many while one transaction was written, and the log is being pressed; fewer only happened to come together. */
    private static final int MANY = 4;

    private static final long PRESSED_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** A transaction costs about as much with one row as with ten, so one waits for what comes right after it. */
    private static final long GATHERING_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private static final long STOP_SECONDS = 10;

    private final JdbcTemplate jdbc;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong weight = new AtomicLong();
    private final Thread thread;
    private @Nullable LogEnds ends;
    private volatile long pressedAt = System.nanoTime() - PRESSED_NANOS;
    private volatile boolean closed;

    AlertWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        // Not a virtual one: it would hold one of a few carriers while it fills its batches.
        this.thread = Thread.ofPlatform().daemon().name("alert-log-writer").start(this::writeOn);
    }

    CompletableFuture<Long> write(Row row) {
        var handed = new Waiting(row, new CompletableFuture<>());
        if (weight.addAndGet(row.weight()) > MOST_WAITING_WEIGHT || closed || !waiting.offer(handed)) {
            weight.addAndGet(-row.weight());
            throw new Overloaded();
        }
        return handed.kept();
    }

    /** Writes what is waiting and ends. The writing is not interrupted: that could close H2's file under everybody. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether rows come, or came a moment ago, about as fast as they can be written. */
    boolean pressed() {
        return System.nanoTime() - pressedAt < PRESSED_NANOS;
    }

    /** Adds rows at one end, in the current transaction or, if there is none, in one of its own; returns the first's number. */
    long append(List<Row> rows) {
        return ends().append(rows);
    }

    /** Asked for when first needed: the database may be there later than this. */
    private synchronized LogEnds ends() {
        if (ends == null) {
            ends = LogEnds.of(jdbc);
        }
        return ends;
    }

    private void writeOn() {
        try {
            while (!closed || !waiting.isEmpty()) {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    gather();
                    write(batch(first));
                }
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only while sources press: whoever sends alone is answered at once. */
    private void gather() {
        if (pressed()) {
            LockSupport.parkNanos(GATHERING_NANOS);
        }
    }

    private List<Waiting> batch(Waiting first) {
        var batch = new ArrayList<Waiting>();
        batch.add(first);
        var size = first.row().weight();
        for (var next = waiting.peek(); next != null && batch.size() < MOST_ROWS; next = waiting.peek()) {
            size += next.row().weight();
            if (size > MOST_WEIGHT) {
                break;
            }
            batch.add(waiting.remove());
        }
        return batch;
    }

    private void write(List<Waiting> batch) {
        try {
            var rows = batch.stream().map(Waiting::row).toList();
            if (batch.size() >= MANY) {
                pressedAt = System.nanoTime();
            }
            var first = append(rows);
            for (var n = 0; n < batch.size(); n++) {
                done(batch.get(n)).complete(first + n);
            }
        } catch (RuntimeException | Error failure) {
            waiting.drainTo(batch);
            batch.forEach(refused -> done(refused).completeExceptionally(failure));
        }
    }

    private CompletableFuture<Long> done(Waiting row) {
        weight.addAndGet(-row.row().weight());
        return row.kept();
    }
}
