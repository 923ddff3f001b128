package dev.coalmine.bot.campaign;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a run takes place: a workspace, a database, and the replicas of the bot between them. */
record Scene(Path folder, Sandbox sandbox, Database database, List<Replica> replicas) implements AutoCloseable {

    static final String PAGERDUTY_SECRET = "pagerduty-campaign-secret";
    static final String ALERTMANAGER_TOKEN = "alertmanager-campaign-token";
    static final String GENERIC_TOKEN = "generic-campaign-token";
    static final String API_TOKEN = "api-campaign-token";

    /** How soon a missing commander is asked for; in production it is minutes. */
    static final Duration ASK_FOR_COMMANDER_AFTER = Duration.ofSeconds(6);

    private static final Duration START = Duration.ofSeconds(180);

    /** A start in whose middle the database goes away ends; more than that would be a fault of its own. */
    private static final int MOST_ENDED_STARTS = 2;

    static Scene open(Store store, Program program, Path folder) throws Exception {
        Files.createDirectories(folder);
        var ports = Ports.free(store.replicas().size());
        // While no socket is open, what people do comes by HTTP, to the first replica.
        var events = URI.create("http://localhost:%d/slack/events".formatted(ports.getFirst()));
        var sandbox = Sandbox.start(
                SandboxSettings.forTest().withRedelivery(redelivery()).withEventsUrl(events));
        var database = Database.of(store, folder);
        var settings = settings(sandbox, database);
        var replicas = IntStream.range(0, ports.size())
                .mapToObj(i -> new Replica(store.replicas().get(i), ports.get(i), program, settings, folder))
                .toList();
        return new Scene(folder, sandbox, database, replicas);
    }

    /** Slack tries three times and then forgets; here every event comes through at last, so that each can be looked for. */
    private static List<Duration> redelivery() {
        return Stream.concat(
                        Stream.of(Duration.ZERO, Duration.ofMillis(500)),
                        Collections.nCopies(100, Duration.ofSeconds(2)).stream())
                .toList();
    }

    private static List<String> settings(Sandbox sandbox, Database database) {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.config.import=classpath:example.yaml",
                "--slack.bot-token=" + sandbox.botToken(),
                "--slack.app-token=" + sandbox.appToken(),
                "--slack.signing-secret=" + sandbox.signingSecret(),
                "--slack.api-url=" + sandbox.apiUrl(),
                // Its own rates would make every run wait for minutes.
                "--slack.rates.times=1000",
                "--coalmine.roles.ask-for-commander-after=" + ASK_FOR_COMMANDER_AFTER.toSeconds() + "s",
                "--coalmine.hooks.pagerduty.secrets=" + PAGERDUTY_SECRET,
                "--coalmine.hooks.alertmanager.token=" + ALERTMANAGER_TOKEN,
                "--coalmine.hooks.generic.token=" + GENERIC_TOKEN,
                "--coalmine.api.token=" + API_TOKEN,
                "--management.endpoints.web.exposure.include=health,prometheus");
    }

    /** Starts every replica that does not run, one after the other, and waits until all are ready. */
    void startAll() throws Exception {
        for (var replica : replicas) {
            replica.thaw();
            replica.start();
        }
        for (var replica : replicas) {
            awaitReady(replica);
        }
    }

    /** Starts it again when it ended, as whatever runs it in production does. */
    private void awaitReady(Replica replica) throws Exception {
        var ended = new AtomicInteger();
        Patience.until(START, "replica %s is ready".formatted(replica.name()), () -> {
            if (!replica.alive()) {
                if (!database.shared() || ended.incrementAndGet() > MOST_ENDED_STARTS) {
                    throw new AssertionError(
                            "replica %s did not start, see %s".formatted(replica.name(), replica.log()));
                }
                replica.start();
            }
            return replica.ready();
        });
    }

    /** Whichever replica answers. */
    String get(String path) throws IOException {
        var trouble = new IOException("no replica runs");
        for (var replica : replicas) {
            try {
                return replica.get(path, "Authorization", "Bearer " + API_TOKEN).body();
            } catch (IOException e) {
                trouble = e;
            }
        }
        throw trouble;
    }

    void killAll() throws Exception {
        for (var replica : replicas) {
            replica.kill();
        }
    }

    @Override
    public void close() throws Exception {
        killAll();
        sandbox.close();
        database.close();
    }
}
