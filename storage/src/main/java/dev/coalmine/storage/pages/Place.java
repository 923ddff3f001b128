package dev.coalmine.storage.pages;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a row stands in the alert log, as people write it: {@code 17} in the part that was there first, {@code 2-17} in
 * another.
 *
 * @param part of the log, from 0
 * @param nth row of the part, from 1; 0 before the first
 */
public record Place(int part, long nth) {

    static final long PART = 1_000_000_000_000L;

    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d)-)?(\\d{1,12})");

    public static Place of(long number) {
        return new Place((int) (number / PART), number % PART);
    }

    /** Empty if it is not written like one. */
    public static Optional<Place> read(String text) {
        var parts = WRITTEN.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new Place(
                        parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    public long number() {
        return part * PART + nth;
    }

    @Override
    public String toString() {
        return part == 0 ? String.valueOf(nth) : "%d-%d".formatted(part, nth);
    }
}
