package dev.coalmine.storage.storms;

import dev.coalmine.storage.rules.Happening;
import dev.coalmine.storage.storms.Storm.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Somebody said what a storm is. */
public record StormJudged(
        long incident,
        long storm,
        Instant at,
        String person,
        Verdict verdict,
        @Nullable Instant until) implements Happening {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    @Override
    public String kind() {
        return "storm";
    }

    @Override
    public String words() {
        return switch (verdict) {
            case EXPECTED ->
                "Storm %d is expected%s: what belongs to it raises nothing until then."
                        .formatted(storm, until == null ? "" : " until " + CLOCK.format(until));
            case NOT_A_STORM -> "Storm %d is none: the same again will raise nothing.".formatted(storm);
            case REAL -> "Storm %d is real: the same again will never be taken for a habit.".formatted(storm);
        };
    }

    @Override
    public boolean told() {
        return true;
    }
}
