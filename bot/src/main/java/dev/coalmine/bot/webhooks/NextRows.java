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

        /**
         * The effects are committed.
         *
         * @param full whether it was as much as goes into one transaction, so that more may wait
         */
        record Done(boolean full) implements Outcome {}

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
            var places = new ArrayList<>(log.unread(consumer.name()));
            Collections.rotate(places, turn++);
            for (var place : places) {
                var outcome = handle(place);
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

    private Outcome handle(Place from) {
        var rows = new ArrayList<LoggedAlert>();
        try {
            // Before the transaction: on H2 all who want to write wait for that.
            var ready = readAfter(from, rows);
            var began = System.nanoTime();
            var taken = transaction.execute(status -> log.hold(consumer.name(), from.part())
                    .map(place -> take(place.equals(from) ? ready : readAfter(place, rows)))
                    .orElse(List.of()));
            taken.forEach(this::count);
            var full = isFull(taken);
            learn(System.nanoTime() - began);
            return taken.isEmpty() ? new Outcome.NothingNew() : new Outcome.Done(full);
        } catch (RuntimeException | Error failure) {
            // Errors too: a body that is nested too deeply for the stack must not end the reading.
            return Trouble.isOfTheDatabase(failure) || rows.isEmpty()
                    ? new Outcome.DatabaseTrouble(failure)
                    : failed(from.part(), rows, failure);
        }
    }

    private boolean isFull(List<Read<T>> taken) {
        return taken.size() >= most
                || taken.stream().mapToInt(row -> row.said().size()).sum()
                        >= consumer.pace().said();
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

    /**
     * What comes next, as much as goes into one transaction.
     *
     * @param rows are replaced by those that are read
     */
    private List<Read<T>> readAfter(Place place, List<LoggedAlert> rows) {
        rows.clear();
        rows.addAll(next(place));
        var read = new ArrayList<Read<T>>();
        for (var said = 0;
                read.size() < rows.size() && said < consumer.pace().said();
                said += read.getLast().said().size()) {
            read.add(read(rows.get(read.size())));
        }
        rows.subList(read.size(), rows.size()).clear();
        return read;
    }

    private List<Read<T>> take(List<Read<T>> read) {
        if (!read.isEmpty()) {
            // First, as those who take may hold what others wait for.
            log.moveOn(consumer.name(), read.getLast().row().number());
            consumer.take(read.stream().flatMap(row -> row.said().stream()).toList());
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
