package dev.coalmine.storage.pages;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Group commit: one thread writes whatever is waiting in one transaction, so that a hundred senders wait for one flush of
 * the disk and not for a hundred.
 *
 * <p>If that fails, everybody who is waiting is told so at once. They send again, and by then the database may be back;
 * to try for them would only take their patience.
 */
final class AlertWriter implements AutoCloseable {

    /** What is to be kept. */
    record Row(String source, @Nullable String delivery, OffsetDateTime receivedAt, String body) {

        /** Roughly, in memory. */
        int weight() {
            return 200 + body.length();
        }
    }

    private record Waiting(Row row, CompletableFuture<Long> kept) {}

    /** Writing takes milliseconds; what takes seconds is better refused, so that the source sends again. */
    private static final int WRITE_SECONDS = 2;

    private static final int MOST_ROWS = 500;
    private static final int MOST_WEIGHT = 4 << 20;
    // Four full transactions; whoever comes then would wait for too long.
    private static final int MOST_WAITING = 4 * MOST_ROWS;
    private static final long MOST_WAITING_WEIGHT = 48L << 20;

    private static final int PARTS = 4;
    private static final long STOP_SECONDS = 10;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong weight = new AtomicLong();
    private final Thread thread;
    private final AtomicInteger part = new AtomicInteger();
    private volatile boolean closed;

    AlertWriter(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setTimeout(WRITE_SECONDS);
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

    /**
     * Adds rows at the end of a part that nobody else is writing to, in the current transaction.
     *
     * @return the number of the first
     */
    long insert(List<Row> rows) {
        var before = holdAPart();
        jdbc.batchUpdate(
                "insert into alert_log (number, source, delivery, received_at, body) values (?, ?, ?, ?, ?)",
                IntStream.range(0, rows.size())
                        .mapToObj(n -> values(before + 1 + n, rows.get(n)))
                        .toList());
        jdbc.update(
                "update alert_part set number = ? where part = ?",
                before + rows.size(),
                Place.of(before).part());
        return before + 1;
    }

    private static @Nullable Object[] values(long number, Row row) {
        return new @Nullable Object[] {number, row.source(), row.delivery(), row.receivedAt(), row.body()};
    }

    /**
     * The part of last time, so that what one process takes in stays in order; another while somebody else writes there,
     * so that replicas part ways and do not wait for each other.
     */
    private long holdAPart() {
        var last = part.get();
        for (var tries = 0; tries < PARTS; tries++) {
            var next = (last + tries) % PARTS;
            var end = jdbc.queryForList(
                    "select number from alert_part where part = ? for update skip locked", Long.class, next);
            if (!end.isEmpty()) {
                part.set(next);
                return end.getFirst();
            }
        }
        return requireNonNull(
                jdbc.queryForObject("select number from alert_part where part = ? for update", Long.class, last));
    }

    private void writeOn() {
        try {
            while (!closed || !waiting.isEmpty()) {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(batch(first));
                }
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
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
            var first = requireNonNull(transaction.execute(status -> insert(rows)));
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
