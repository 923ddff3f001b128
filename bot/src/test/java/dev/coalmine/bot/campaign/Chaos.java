package dev.coalmine.bot.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Carries a schedule out, and counts what it did. */
final class Chaos {

    private static final Duration START = Duration.ofSeconds(12);
    private static final int AT_ONCE = 16;

    private final Scene scene;
    private final Map<String, Integer> done = new ConcurrentHashMap<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    private volatile boolean over;

    Chaos(Scene scene) {
        this.scene = scene;
    }

    /** Returns when the time is over; then all replicas run or start, and Slack is well. */
    void strike(Schedule schedule, Duration length) throws Exception {
        try (var clock =
                Executors.newScheduledThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            schedule.blows()
                    .forEach(it -> clock.schedule(() -> counted(it.blow()), it.millis(), TimeUnit.MILLISECONDS));
            Thread.sleep(length);
            over = true;
            clock.shutdown();
            clock.awaitTermination(1, TimeUnit.MINUTES);
        }
        scene.sandbox().script().clearFaults();
    }

    private void counted(Blow blow) {
        try {
            carryOut(blow);
        } catch (Exception | AssertionError failed) {
            failures.add("%s: %s".formatted(blow, failed));
        }
    }

    private void carryOut(Blow blow) throws Exception {
        switch (blow) {
            case Blow.Kill kill -> kill(kill);
            case Blow.Freeze freeze -> freeze(freeze);
            case Blow.DatabaseStop stop -> stop(stop);
            case Blow.Slack fault -> {
                scene.sandbox().script().breaks(fault.json());
                count(fault.kind());
            }
        }
    }

    /** One after the other: whoever is being started is not yet killed by the next. */
    private void kill(Blow.Kill kill) throws Exception {
        var replica = replica(kill.replica());
        synchronized (replica) {
            if (kill.patient()) {
                Patience.within(START, () -> over || replica.ready());
                Thread.sleep(kill.workMillis());
            }
            if (!over && replica.alive()) {
                replica.kill();
                count("kill");
                Thread.sleep(kill.downMillis());
            }
            replica.start();
        }
    }

    private void freeze(Blow.Freeze freeze) throws Exception {
        var replica = replica(freeze.replica());
        replica.freeze();
        count("freeze");
        Thread.sleep(freeze.millis());
        replica.thaw();
    }

    private void stop(Blow.DatabaseStop stop) throws Exception {
        synchronized (scene.database()) {
            scene.database().stop(stop.how());
            count("database stop");
            Thread.sleep(stop.downMillis());
            scene.database().start();
        }
    }

    private Replica replica(String name) {
        return scene.replicas().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /** How often each was done. */
    Map<String, Integer> done() {
        return new TreeMap<>(done);
    }

    /** What of the schedule could not be carried out. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
