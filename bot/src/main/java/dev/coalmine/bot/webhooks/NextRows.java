package dev.coalmine.bot.webhooks;

import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.LoggedAlert;
import dev.coalmine.storage.pages.Place;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a consumer what comes next in some part of the alert log: some rows in one transaction with its cursor. Used by
 * one thread.
 */
class NextRows<T> {

    /** What became of it. */
    sealed interface Outcome {

        /** The effects are committed. */
        record Done() implements Outcome {}

        /** There is nothing to read, or only where somebody else is reading. */
        record NothingNew() implements Outcome {}

        /** It had no effect, and will have once the database is well. */
        record DatabaseTrouble(Throwable why) implements Outcome {}

        /** It had no effect; the rows will be handled one by one. */
        record Narrowed(Throwable why) implements Outcome {}

        /** It had no effect, and may never have. */
        record Failed(LoggedAlert row, Throwable why) implements Outcome {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(NextRows.class);

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int FEWEST_ROWS = 8;
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final AlertLog log;
    private final Map<String, AlertSource> sources;
    private final LogConsumer<T> consumer;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    /** The rows up to which a part is read one by one, as one of them has failed. */
    private final Map<Integer, Long> oneByOneUntil = new HashMap<>();

    private int turn;
    private int most;

    NextRows(
            AlertLog log,
            List<AlertSource> sources,
            LogConsumer<T> consumer,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters) {
        this.log = log;
        this.sources = sources.stream().collect(Collectors.toMap(AlertSource::name, Function.identity()));
        this.consumer = consumer;
        this.most = consumer.pace().rows();
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.meters = meters;
    }

    Outcome handle() {
        try {
            var parts = new ArrayList<>(log.unread(consumer.name()));
            Collections.rotate(parts, turn++);
            for (var part : parts) {
                var outcome = handle(part);
                if (!(outcome instanceof Outcome.NothingNew)) {
                    return outcome;
                }
            }
            return new Outcome.NothingNew();
        } catch (RuntimeException trouble) {
            return new Outcome.DatabaseTrouble(trouble);
        }
    }

    /** Passes a row over, for good and on record; not if another replica has handled it meanwhile. */
    void setAside(LoggedAlert row, Throwable why) {
        var place = row.place();
        var reason = "%s: %s".formatted(Outline.of(why), why.getMessage());
        transaction.executeWithoutResult(status -> log.hold(consumer.name(), place.part())
                .filter(read -> read.nth() == place.nth() - 1)
                .ifPresent(read -> {
                    log.moveOn(consumer.name(), row.number());
                    log.setAside(consumer.name(), row.number(), reason, clock.instant());
                }));
        count(new Read<>(row, "set aside", List.of()));
        LOG.error(
                "Row {} of the alert log, from {}, is set aside by the reader “{}”: {}",
                place,
                row.source(),
                consumer.name(),
                Outline.of(why));
    }

    private Outcome handle(int part) {
        var rows = new ArrayList<LoggedAlert>();
        var began = System.nanoTime();
        try {
            var read = transaction.execute(status -> {
                log.hold(consumer.name(), part).ifPresent(place -> rows.addAll(next(place)));
                return take(rows);
            });
            read.forEach(this::count);
            learn(System.nanoTime() - began);
            return read.isEmpty() ? new Outcome.NothingNew() : new Outcome.Done();
        } catch (RuntimeException | Error failure) {
            // Errors too: a body that is nested too deeply for the stack must not end the reading.
            return Trouble.isOfTheDatabase(failure) || rows.isEmpty()
                    ? new Outcome.DatabaseTrouble(failure)
                    : failed(part, rows, failure);
        }
    }

    /** On a slow machine fewer rows make a small transaction; on H2 all who want to write wait for it. */
    private void learn(long nanos) {
        if (nanos > LONG_NANOS) {
            most = Math.max(Math.min(FEWEST_ROWS, most), most / 2);
        } else if (nanos < LONG_NANOS / 2) {
            most = Math.min(consumer.pace().rows(), most * 2);
        }
    }

    private Outcome failed(int part, List<LoggedAlert> rows, Throwable failure) {
        if (rows.size() == 1) {
            return new Outcome.Failed(rows.getFirst(), failure);
        }
        oneByOneUntil.put(part, rows.getLast().number());
        return new Outcome.Narrowed(failure);
    }

    private List<LoggedAlert> next(Place place) {
        var oneByOne = place.number() < oneByOneUntil.getOrDefault(place.part(), 0L);
        return log.after(place.number(), oneByOne ? 1 : most, MOST_CHARACTERS);
    }

    /** As many of the rows as go into one transaction; the others are left out of the list. */
    private List<Read<T>> take(List<LoggedAlert> rows) {
        var read = new ArrayList<Read<T>>();
        var said = new ArrayList<T>();
        for (var n = 0;
                n < rows.size() && (n == 0 || said.size() < consumer.pace().said());
                n++) {
            read.add(read(rows.get(n)));
            said.addAll(read.getLast().said());
        }
        rows.subList(read.size(), rows.size()).clear();
        if (!rows.isEmpty()) {
            // First, as those who take may hold what others wait for.
            log.moveOn(consumer.name(), rows.getLast().number());
            consumer.take(said);
        }
        return read;
    }

    private Read<T> read(LoggedAlert row) {
        var source = sources.get(row.source());
        if (source == null) {
            throw new IllegalStateException("No source has this name any more.");
        }
        try (var _ = MDC.putCloseable("request", row.delivery())) {
            var said = consumer.read(source, row);
            return new Read<>(row, said.isEmpty() ? "no alert" : "read", said);
        } catch (Unreadable unreadable) {
            LOG.warn("Row {} of the alert log, from {}, cannot be read.", row.place(), row.source());
            return new Read<>(row, "unreadable", List.of());
        }
    }

    private void count(Read<?> read) {
        meters.counter(consumer.meter(), "source", read.row().source(), "outcome", read.outcome())
                .increment();
    }

    private record Read<T>(LoggedAlert row, String outcome, List<T> said) {}
}
