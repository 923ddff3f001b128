package dev.coalmine.commands.language;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as people write and read them: {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}. */
public final class Spans {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})\\s*(s|sec|m|min|h|d)", Pattern.CASE_INSENSITIVE);

    private Spans() {}

    /** Empty when it is no length of time, or none at all. */
    public static Optional<Duration> read(String word) {
        var span = SPAN.matcher(word.strip());
        if (!span.matches()) {
            return Optional.empty();
        }
        var many = Long.parseLong(span.group(1));
        return Optional.of(
                        switch (span.group(2).toLowerCase(Locale.ROOT)) {
                            case "s", "sec" -> Duration.ofSeconds(many);
                            case "m", "min" -> Duration.ofMinutes(many);
                            case "h" -> Duration.ofHours(many);
                            default -> Duration.ofDays(many);
                        })
                .filter(Duration::isPositive);
    }

    /** As it is written in a command: {@code 90s}, {@code 5m}, {@code 2h}. */
    public static String brief(Duration span) {
        if (span.isZero() || span.toSeconds() % 60 != 0) {
            return span.toSeconds() + "s";
        }
        return span.toMinutes() % 60 == 0 ? span.toHours() + "h" : span.toMinutes() + "m";
    }

    /** As people say it, to about two digits: {@code 40 s}, {@code 3 min}, {@code 5 h}, {@code 4 days}. */
    public static String words(Duration span) {
        if (span.toSeconds() < 120) {
            return span.toSeconds() + " s";
        }
        if (span.toMinutes() < 120) {
            return span.toMinutes() + " min";
        }
        return span.toHours() < 48 ? span.toHours() + " h" : span.toDays() + " days";
    }
}
