package dev.coalmine.commands.coincidences;

import dev.coalmine.commands.language.Spans;
import dev.coalmine.storage.coincidences.LaunchCounts;
import dev.coalmine.storage.coincidences.LaunchMinute;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds bursts of launches, successes too: of each source, and of all together. */
@Component
class LaunchBursts {

    // Each costs the reading of four weeks of minutes, and on H2 others wait for that.
    private static final int MOST = 20;
    // Beside one source that makes up so much of all together, all together says nothing new.
    private static final double ALL_THE_SAME = 0.8;

    private final LaunchCounts counts;

    LaunchBursts(LaunchCounts counts) {
        this.counts = counts;
    }

    /** The rarest first; of each source the outcome of which so many are rarest. */
    List<Coincidence> within(Stretch stretch) {
        var looked = counts.launchersSince(stretch.pastMinute());
        var rarest = new HashMap<String, Coincidence>();
        for (var burst : bursts(stretch)) {
            coincidence(burst, stretch, looked)
                    .ifPresent(it -> rarest.merge(
                            burst.source(), it, (a, b) -> Coincidence.RAREST_FIRST.compare(a, b) <= 0 ? a : b));
        }
        return rarest.values().stream().sorted(Coincidence.RAREST_FIRST).toList();
    }

    private List<Burst> bursts(Stretch stretch) {
        var found = new ArrayList<Burst>();
        counts.between(stretch.firstMinute(), stretch.endMinute()).stream()
                .collect(Collectors.groupingBy(
                        it -> new Matter(it.source(), it.outcome()),
                        Collectors.mapping(LaunchMinute::launches, Collectors.toList())))
                .forEach((matter, minutes) -> Window.fullest(minutes, Stretch.WINDOW)
                        .ifPresent(window -> found.add(new Burst(matter.source(), matter.outcome(), window))));
        return withoutEchoes(found).stream()
                .sorted(Comparator.<Burst>comparingLong(it -> it.window().count())
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private static Collection<Burst> withoutEchoes(List<Burst> bursts) {
        var largest = bursts.stream()
                .filter(burst -> !burst.together())
                .collect(Collectors.toMap(Burst::outcome, it -> it.window().count(), Math::max));
        return bursts.stream()
                .filter(burst -> !burst.together() || !isEcho(burst, largest))
                .toList();
    }

    private static boolean isEcho(Burst all, Map<Outcome, Long> largest) {
        return largest.getOrDefault(all.outcome(), 0L)
                >= ALL_THE_SAME * all.window().count();
    }

    private Optional<Coincidence> coincidence(Burst burst, Stretch stretch, int looked) {
        return counts.firstHeard(burst.source()).map(first -> {
            var from = Math.max(first, stretch.pastMinute());
            var until = stretch.firstMinute();
            var history = counts.history(burst.source(), burst.outcome(), from, until);
            return coincidence(
                    burst,
                    BaseRate.of(
                            history, from, until, Stretch.WINDOW, burst.window().count()),
                    Duration.ofMinutes(Math.max(0, until - from)),
                    looked);
        });
    }

    private Coincidence coincidence(Burst burst, BaseRate rate, Duration heardFor, int looked) {
        var span = counts.span(burst.source(), burst.outcome(), burst.from(), burst.until())
                .orElse(new LaunchCounts.Span(burst.from(), burst.until().minusSeconds(1)));
        return new Coincidence(
                burst.subject(), burst.words(span), burst.window().count(), span.last(), rate, heardFor, looked);
    }

    private record Matter(String source, Outcome outcome) {}

    /** So many launches of one source and outcome within a window. */
    private record Burst(String source, Outcome outcome, Window window) {

        boolean together() {
            return source.equals(LaunchCounts.ALL);
        }

        Instant from() {
            return Instant.ofEpochSecond(window.from() * 60);
        }

        Instant until() {
            return Instant.ofEpochSecond(window.until() * 60);
        }

        /** Whatever the outcome: what succeeds today may fail tomorrow, and the burst is the same. */
        String subject() {
            return together() ? "a burst of all launchers together" : "a burst of " + source;
        }

        String words(LaunchCounts.Span span) {
            var who = together() ? "all launchers together" : Markup.clip(Markup.escape(source), 200);
            var time = Duration.between(span.first(), span.last());
            var many = window.count() == 1 ? "1 launch" : "%d launches".formatted(window.count());
            return "*%s*: %s %s%s".formatted(who, many, verb(), time.isZero() ? "" : " in " + Spans.words(time));
        }

        private String verb() {
            return switch (outcome) {
                case STARTED -> "started";
                case SUCCEEDED -> "succeeded";
                case FAILED -> "failed";
                case FIRING, RESOLVED -> throw new IllegalStateException("No launch does that.");
            };
        }
    }
}
