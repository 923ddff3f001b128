package dev.coalmine.commands.storms.detector;

import dev.coalmine.commands.storms.detector.Signal.Kind;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Launchers that launch a host every five minutes, and a detector that hears them. */
abstract class Days {

    static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    static final Duration WEEK = Duration.ofDays(7);
    static final List<String> LAUNCHERS = List.of("auto-crane", "batch", "edge-roll");
    static final String USUAL = "provisioning %s failed: timeout after 30 s";
    static final String KEY_MOVED = "provisioning %s failed: package signature could not be verified";

    final Detector detector = new Detector(Sensitivity.USUAL);
    final List<StormEvent> events = new ArrayList<>();
    final Random random = new Random(1);
    Instant now = MONDAY;
    int hosts;

    Signal signal(String launcher, Outcome outcome, int minute) {
        var at = now.plus(Duration.ofMinutes(minute)).toEpochMilli();
        var host = "h-" + ++hosts;
        return new Signal(at, at, Kind.LAUNCH, launcher, true, host, outcome, USUAL.formatted(host), Map.of());
    }

    void aUsualWeek() {
        usualUntil(MONDAY.plus(WEEK));
    }

    /** Until midnight of the next day. */
    void aUsualDay() {
        usualUntil(now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1)));
    }

    private void usualUntil(Instant end) {
        while (now.isBefore(end)) {
            LAUNCHERS.forEach(launcher ->
                    launches(launcher, true, random.nextInt(20) == 0 ? Outcome.FAILED : Outcome.SUCCEEDED, USUAL));
            passes(Duration.ofMinutes(5));
        }
    }

    void fails(int rounds) {
        for (var round = 0; round < rounds; round++) {
            LAUNCHERS.forEach(launcher -> launches(launcher, true, Outcome.FAILED, KEY_MOVED));
            passes(Duration.ofMinutes(5));
        }
    }

    void succeeds(int rounds) {
        for (var round = 0; round < rounds; round++) {
            LAUNCHERS.forEach(launcher -> launches(launcher, true, Outcome.SUCCEEDED, null));
            passes(Duration.ofMinutes(5));
        }
    }

    void launches(String launcher, boolean automated, Outcome outcome, @Nullable String text) {
        var host = "h-" + ++hosts;
        hears(Kind.LAUNCH, launcher, automated, host, outcome, text == null ? null : text.formatted(host));
    }

    void hears(
            Kind kind,
            String source,
            @Nullable Boolean automated,
            String entity,
            Outcome outcome,
            @Nullable String text) {
        var at = now.toEpochMilli();
        events.addAll(
                detector.hear(new Signal(at, at + 300, kind, source, automated, entity, outcome, text, Map.of())));
    }

    void passes(Duration time) {
        now = now.plus(time);
        events.addAll(detector.tick(now.toEpochMilli()));
    }
}
