package dev.coalmine.commands.storms;

import dev.coalmine.commands.language.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads until when something is to be expected: {@code 17:00}, {@code 2h}, or a full date and time. */
@Component
class Until {

    static final Duration LONGEST = Duration.ofDays(31);

    private static final Pattern FROM_NOW = Pattern.compile("(?i)(?:in\\s+)?(\\d{1,4})\\s*(m|min|h|d)\\w*");

    private final Times times;
    private final Clock clock;

    Until(Times times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** Empty when it is no time, has passed, or is more than 31 days away. A bare clock time is the next one. */
    Optional<Instant> read(String words, String person) {
        var text = words.strip().replaceFirst("(?i)^until\\s+", "");
        var now = clock.instant();
        var fromNow = FROM_NOW.matcher(text);
        return (fromNow.matches()
                        ? Optional.of(now.plus(length(fromNow.group(1), fromNow.group(2))))
                        : times.read(text, person).map(it -> next(it, now)))
                .filter(it -> it.isAfter(now) && it.isBefore(now.plus(LONGEST)));
    }

    private static Duration length(String number, String unit) {
        var many = Long.parseLong(number);
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "d" -> Duration.ofDays(many);
            case "h" -> Duration.ofHours(many);
            default -> Duration.ofMinutes(many);
        };
    }

    /** Clock times are read as the last that has passed. */
    private static Instant next(Instant time, Instant now) {
        var tomorrow = time.plus(Duration.ofDays(1));
        return time.isAfter(now) || !tomorrow.isAfter(now) ? time : tomorrow;
    }
}
