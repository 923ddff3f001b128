package dev.coalmine.bot.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads moments of ISO 8601 with an offset. The usual form, {@code 2026-03-02T17:02:11.250Z}, is read by hand: half of a
 * replay's time would go into the library's reader, which can read much more.
 */
final class Moments {

    private static final int TO_SECONDS = "2026-03-02T17:02:11".length();

    private String lastDay = "";
    private long lastDayBegan;

    /**
     * In milliseconds since 1970.
     *
     * @throws DateTimeException when it is none
     */
    long millis(String text) {
        var end = text.length() - 1;
        if (end < TO_SECONDS || text.charAt(end) != 'Z' || text.charAt(10) != 'T' || text.charAt(13) != ':') {
            return anyForm(text);
        }
        var hours = number(text, 11, 13);
        var minutes = number(text, 14, 16);
        var seconds = number(text, 17, 19);
        var millis = millisOf(text, end);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || millis < 0) {
            return anyForm(text);
        }
        return day(text) + ((hours * 60L + minutes) * 60 + seconds) * 1_000 + millis;
    }

    private static long anyForm(String text) {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    private long day(String text) {
        if (!text.startsWith(lastDay) || lastDay.isEmpty()) {
            lastDayBegan = LocalDate.parse(text.substring(0, 10)).toEpochDay() * 86_400_000;
            lastDay = text.substring(0, 10);
        }
        return lastDayBegan;
    }

    private static int millisOf(String text, int end) {
        if (end == TO_SECONDS) {
            return 0;
        }
        if (text.charAt(TO_SECONDS) != '.') {
            return -1;
        }
        var millis = 0;
        for (var n = 1; n <= 3; n++) {
            var at = TO_SECONDS + n;
            var digit = at < end ? text.charAt(at) - '0' : 0;
            if (digit < 0 || digit > 9) {
                return -1;
            }
            millis = 10 * millis + digit;
        }
        return millis;
    }

    /** −1 when it is no number. */
    private static int number(String text, int from, int to) {
        var tens = text.charAt(from) - '0';
        var ones = text.charAt(to - 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    /** As written in answers. */
    static String text(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
