package dev.coalmine.storage;

import dev.coalmine.storage.incidents.Declaration;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.NoticedBy;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What every kit needs: an empty database, a clock that stands at ten, and short ways to say things. */
abstract class Kit {

    static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    static final String ALICE = "U0ALICE";
    static final String BOB = "U0BOB";

    @Autowired
    Incidents incidents;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void startWithNothing() {
        for (var table : List.of(
                "timeline_entry",
                "timeline_end",
                "role_assignment",
                "page",
                "alert_tally",
                "outbox",
                "replica",
                "allowance",
                "posted",
                "seen_event",
                "signal",
                "hypothesis_lead",
                "remedy_plan",
                "symptoms",
                "hypothesis_prediction",
                "hypothesis_test",
                "evidence_rating",
                "evidence",
                "hypothesis",
                "prompt",
                "prompting",
                "talk",
                "storm_held",
                "storm_member",
                "storm_put",
                "storm_copy",
                "storm",
                "channel_name",
                "heartbeat",
                "launch_minute",
                "launcher",
                "coincidence",
                "change_told",
                "change",
                "channel_making",
                "channel_topic",
                "service",
                "person")) {
            database.sql("delete from " + table).update();
        }
        database.sql("update signal_end set number = 0").update();
        database.sql("update storm_ear set heard_to = 0, put_to = 0, listener = null, listened_at = null")
                .update();
        database.sql("update incident set merged_into = null").update();
        database.sql("delete from incident").update();
        clock.set(TEN);
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    void doInTransaction(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }

    /** The number of a newly declared incident. */
    long declared(String title) {
        return inTransaction(() -> incidents.declare(declaration(title))).number();
    }

    static Declaration declaration(String title) {
        return declaration(title, Severity.SEV_3, Stage.INVESTIGATING, "checkout");
    }

    static Declaration declaration(String title, Severity severity, Stage stage, @Nullable String service) {
        return new Declaration(
                title, severity, stage, Kind.INCIDENT, false, service, NoticedBy.PERSON, ALICE, null, null, TEN, TEN);
    }

    /** Finds, changes and keeps, as a command does. */
    void change(long number, Consumer<Incident> work) {
        doInTransaction(() -> {
            var incident = incidents.held(number).orElseThrow();
            work.accept(incident);
            incidents.save(incident);
        });
    }

    Incident incident(long number) {
        return incidents.findById(number).orElseThrow();
    }

    List<String> record(long number) {
        return timeline.latest(number, 1000).stream().map(Entry::words).toList();
    }

    /** Runs the work that many times at the same moment, each on its own thread. */
    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        var start = new CyclicBarrier(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running = IntStream.range(0, times)
                    .mapToObj(_ -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            return running.stream().map(Kit::result).toList();
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
