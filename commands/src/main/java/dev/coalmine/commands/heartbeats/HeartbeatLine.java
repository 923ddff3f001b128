package dev.coalmine.commands.heartbeats;

import dev.coalmine.commands.language.Spans;
import dev.coalmine.storage.incidents.Severity;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written behind {@code heartbeat add}: a name, how often it beats, and what else matters, in any order.
 *
 * @param every null when it is not said, or cannot be read
 */
record HeartbeatLine(
        String name,
        @Nullable Duration every,
        Duration grace,
        @Nullable String service,
        @Nullable String severity,
        @Nullable String alert) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
    private static final Pattern SPAN = Pattern.compile("(?i)\\b(every|grace)[ :]\\s*(\\S+)");
    private static final Pattern OPTION = Pattern.compile("(?i)(?<=\\s)(service|severity|sev|alert):(\\S+)");

    static HeartbeatLine read(String words) {
        var name = words.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        var every = span(words, "every");
        return new HeartbeatLine(
                name,
                every.orElse(null),
                span(words, "grace")
                        .or(() -> every.map(HeartbeatLine::usualGrace))
                        .orElse(Duration.ZERO),
                option(words, "service").orElse(null),
                option(words, "severity").or(() -> option(words, "sev")).orElse(null),
                option(words, "alert").orElse(null));
    }

    /** What is wrong with it, in words for whoever wrote it. */
    Optional<String> mistake() {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("A name is one word of letters, digits, `.`, `_` and `-`.");
        }
        if (every == null || every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            return Optional.of("Say how often it beats, such as `every 5m`; at most 31 days.");
        }
        if (grace.compareTo(LONGEST) > 0) {
            return Optional.of("At most 31 days of grace.");
        }
        return severity == null || Severity.read(severity).isPresent()
                ? Optional.empty()
                : Optional.of("A severity is 1 (worst), 2, 3 or 4.");
    }

    /** Half a period, for a sender that is busy. */
    private static Duration usualGrace(Duration every) {
        return every.dividedBy(2).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Duration> span(String words, String which) {
        return SPAN.matcher(words)
                .results()
                .filter(found -> found.group(1).equalsIgnoreCase(which))
                .findFirst()
                .flatMap(found -> Spans.read(found.group(2)));
    }

    private static Optional<String> option(String words, String which) {
        return OPTION.matcher(words)
                .results()
                .filter(found -> found.group(1).equalsIgnoreCase(which))
                .map(found -> found.group(2))
                .findFirst();
    }
}
