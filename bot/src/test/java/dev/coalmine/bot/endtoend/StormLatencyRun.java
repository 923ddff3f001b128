package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.storage.signals.SignalLog;
import dev.coalmine.storage.storms.DetectorMemory;
import dev.coalmine.storage.storms.Storms;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long it takes from the webhook to the alarm while 5,000 alerts come in a second. No part of {@code mvn verify}; see
 * docs/load.md.
 */
class StormLatencyRun {

    private static final int GROUP = Integer.getInteger("latency.group", 64);
    private static final int SENDERS = Integer.getInteger("latency.senders", 16);
    private static final int RATE = Integer.getInteger("latency.rate", 5_000);
    private static final int SECONDS = Integer.getInteger("latency.seconds", 15);
    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer " + RunningBot.GENERIC_TOKEN);

    private final AtomicLong sent = new AtomicLong();

    @Test
    void onH2() throws Exception {
        measure("H2", RunningBot.h2());
    }

    @Test
    void onPostgreSql() throws Exception {
        try (var server = EmbeddedPostgres.start()) {
            measure("PostgreSQL", server.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void measure(String name, String database) throws Exception {
        var over = new AtomicBoolean();
        try (var coalmine = RunningBot.start(database, Map.of());
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var began = System.nanoTime();
            for (var n = 0; n < SENDERS; n++) {
                senders.submit(() -> flood(coalmine, began, over));
            }
            Thread.sleep(Duration.ofSeconds(SECONDS));
            var rate = sent.get() / ((System.nanoTime() - began) / 1e9);
            var alarm = alarmAfter(coalmine);
            var behind = coalmine.application().getBean(SignalLog.class).end()
                    - coalmine.application()
                            .getBean(DetectorMemory.class)
                            .position()
                            .signal();
            over.set(true);
            System.out.printf(
                    "%s: %.0f alerts per second; from the last webhook of a storm to its alarm %d ms; %d signals"
                            + " behind%n",
                    name, rate, alarm.toMillis(), behind);
        }
    }

    /** Ends of alerts: they go the whole way, and raise nothing. */
    private @Nullable Void flood(RunningBot coalmine, long began, AtomicBoolean over) throws InterruptedException {
        while (!over.get()) {
            var due = (System.nanoTime() - began) / 1e9 * RATE;
            if (sent.get() > due) {
                Thread.sleep(2);
                continue;
            }
            var first = sent.getAndAdd(GROUP);
            var group = Json.array();
            for (var n = 0; n < GROUP; n++) {
                var key = (first + n) % 50_000;
                group.add(alert("service-" + key % 500, "host-" + key, "info").put("status", "resolved"));
            }
            coalmine.post("/hooks/generic", group.toString(), TOKEN);
        }
        return null;
    }

    private static Duration alarmAfter(RunningBot coalmine) throws InterruptedException {
        var storms = coalmine.application().getBean(Storms.class);
        assertThat(storms.count()).isZero();
        for (var n = 0; n < 12; n++) {
            coalmine.post(
                    "/hooks/generic",
                    alert("storm-" + n, "storm-host-" + n, "info").toString(),
                    TOKEN);
        }
        var asked = System.nanoTime();
        while (storms.count() == 0 && System.nanoTime() - asked < 60_000_000_000L) {
            Thread.sleep(5);
        }
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private static ObjectNode alert(String service, String host, String severity) {
        return Json.object()
                .put("key", service + "/" + host)
                .put("title", "disk of " + host + " is full")
                .put("service", service)
                .put("severity", severity);
    }
}
