package dev.coalmine.sandbox.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An HTTP request that is written once and sent many times, each time with other numbers in it: where it says {@code #7}
 * in eleven digits stands the first number plus seven. The driver shares the machine with what it measures, so a request
 * must cost it next to nothing.
 */
final class Numbered {

    private static final Pattern PLACE = Pattern.compile("#\\d{11}");
    private static final int DIGITS = 12;

    private final byte[] request;
    private final int[] places;
    private final int[] offsets;

    private Numbered(byte[] request, int[] places, int[] offsets) {
        this.request = request;
        this.places = places;
        this.offsets = offsets;
    }

    /** {@code head} is all before the length of the body. */
    static Numbered post(String head, String body) {
        var whole = "%sContent-Length: %d\r\n\r\n%s".formatted(head, body.length(), body);
        var found = PLACE.matcher(whole).results().toList();
        return new Numbered(
                whole.getBytes(US_ASCII),
                found.stream().mapToInt(MatchResult::start).toArray(),
                found.stream()
                        .mapToInt(place -> Integer.parseInt(place.group().substring(1)))
                        .toArray());
    }

    static String place(int offset) {
        return "#%011d".formatted(offset);
    }

    /** A copy of one's own to write numbers into. */
    byte[] copy() {
        return request.clone();
    }

    void number(byte[] copy, long first) {
        for (var i = 0; i < places.length; i++) {
            var left = first + offsets[i];
            for (var at = places[i] + DIGITS - 1; at >= places[i]; at--) {
                copy[at] = (byte) ('0' + left % 10);
                left /= 10;
            }
        }
    }
}
