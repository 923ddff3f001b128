package dev.coalmine.bot.webhooks;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads times in the forms in which alert sources give them: ISO 8601 with or without fraction and zone (none is UTC),
 * and counts since 1970 in seconds, milliseconds, microseconds or nanoseconds, as number or as text.
 */
final class Times {

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?)? ?"
                    + "(?:[Zz]|UTC|GMT|([+-])(\\d{2})(?::?(\\d{2}))?)?");
    private static final Pattern COUNT = Pattern.compile("-?\\d{1,19}(\\.\\d{1,30})?(E\\d{1,2})?");

    // What is no larger than this counts seconds until the year 5138; three more digits make the next smaller unit.
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(100_000_000_000L);
    private static final int LEAP = 60;
    private static final Duration TRUSTED_AHEAD = Duration.ofDays(1);

    private Times() {}

    /**
     * The time at the end of a path; empty if there is none, if it is one of the zeros that mean none
     * ({@code 0001-01-01T00:00:00Z}, {@code 0}), or if it cannot be read.
     */
    static Optional<Instant> read(JsonNode node, String... path) {
        var text = Json.text(node, path);
        return text == null ? Optional.empty() : read(text);
    }

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(parse(text)).filter(Times::meant);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a text says a time, be it a zero that means none. */
    static boolean readable(String text) {
        try {
            parse(text);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /**
     * The sender's time if it gave one that can be; else when it was received. A time more than a day ahead can not be:
     * it would make all that comes after it look late.
     */
    static Instant trusted(Optional<Instant> said, Instant receivedAt) {
        return said.filter(at -> at.isBefore(receivedAt.plus(TRUSTED_AHEAD))).orElse(receivedAt);
    }

    private static boolean meant(Instant at) {
        return at.isAfter(Instant.EPOCH);
    }

    private static Instant parse(String text) {
        var stripped = text.strip();
        if (stripped.length() <= 60) {
            var iso = ISO.matcher(stripped);
            if (iso.matches()) {
                return iso(iso);
            }
            if (COUNT.matcher(stripped).matches()) {
                return counted(new BigDecimal(stripped));
            }
        }
        throw new DateTimeException("not a time");
    }

    private static Instant iso(Matcher parts) {
        var date = LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        var second = number(parts.group(6));
        var time = LocalTime.of(
                number(parts.group(4)),
                number(parts.group(5)),
                second == LEAP ? LEAP - 1 : second,
                nanos(parts.group(7)));
        return date.atTime(time).toInstant(offset(parts));
    }

    private static ZoneOffset offset(Matcher parts) {
        if (parts.group(8) == null) {
            return ZoneOffset.UTC;
        }
        var sign = "-".equals(parts.group(8)) ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(parts.group(9)), sign * number(parts.group(10)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static Instant counted(BigDecimal count) {
        var seconds = count;
        for (var unit = 0; unit < 3 && seconds.abs().compareTo(MOST_SECONDS) >= 0; unit++) {
            seconds = seconds.movePointLeft(3);
        }
        if (seconds.abs().compareTo(MOST_SECONDS) >= 0) {
            throw new DateTimeException("beyond all times");
        }
        var whole = seconds.longValue();
        var nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole, nanos);
    }
}
