package dev.coalmine.commands.coincidences;

import dev.coalmine.commands.changes.Described;
import dev.coalmine.storage.coincidences.SeenCoincidence;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that happened shortly before an incident began, and how often it happens anyway.
 *
 * @param subject what it was, in words that are the same when it happens again
 * @param what it was this time, in Slack's mark-up: {@code auto-crane: 50 launches succeeded in 40 s}
 * @param size how many launches or changes
 * @param last when the last of them was
 * @param heardFor how much of the past is known, at most four weeks
 * @param looked at how many things of this kind was looked
 */
record Coincidence(String subject, String what, long size, Instant last, BaseRate rate, Duration heardFor, int looked) {

    /** What happens more often says nothing. */
    static final double SELDOM = 0.1;

    /** What is as likely as not to be found by looking at so much is no evidence. */
    static final double EVEN = 0.5;

    // Below a day nobody knows what is usual at this time of the day.
    private static final Duration LEAST_HISTORY = Duration.ofDays(1);
    private static final Duration LITTLE_HISTORY = Duration.ofDays(7);

    static final Comparator<Coincidence> RAREST_FIRST = Comparator.<Coincidence>comparingDouble(
                    it -> it.rate().share())
            .thenComparing(Coincidence::size, Comparator.reverseOrder());

    boolean seldom() {
        return enoughHistory() && rate.share() <= SELDOM;
    }

    /** Seldom enough to be said without being asked. */
    boolean remarkable() {
        return seldom() && rate.byChance(looked) <= EVEN;
    }

    boolean enoughHistory() {
        return heardFor.compareTo(LEAST_HISTORY) >= 0;
    }

    /** One line with its numbers. */
    String line(Instant began) {
        return "%s, %s; %s".formatted(what, distance(began), howOften());
    }

    private String howOften() {
        if (!enoughHistory()) {
            return "how often that happens nobody knows yet: heard for %s only".formatted(heard());
        }
        return "that happens %s%s%s"
                .formatted(rate.words(), howLong(), seldom() ? byChance() : ", so it is no evidence");
    }

    private String howLong() {
        var days = rate.asMuch() == 0 ? "" : "on %d of %d days".formatted(rate.daysWith(), rate.days());
        if (heardFor.compareTo(LITTLE_HISTORY) < 0) {
            return " (%s%sheard for %s only)".formatted(days, days.isEmpty() ? "" : "; ", heard());
        }
        return " over the last %s%s".formatted(heard(), days.isEmpty() ? "" : " (%s)".formatted(days));
    }

    /** Among many things something rare is always found. */
    private String byChance() {
        return looked < 2 || rate.asMuch() == 0
                ? ""
                : "; among %d that were looked at, something as rare is found by chance %s of the time"
                        .formatted(looked, BaseRate.percent(rate.byChance(looked)));
    }

    private String heard() {
        var days = heardFor.plus(LEAST_HISTORY.dividedBy(2)).toDays();
        if (!enoughHistory()) {
            return heardFor.toHours() == 1 ? "1 hour" : "%d hours".formatted(heardFor.toHours());
        }
        return days == 1 ? "1 day" : "%d days".formatted(days);
    }

    private String distance(Instant began) {
        return Described.distance(last, began);
    }

    SeenCoincidence seenBeside(long incident, Instant began, boolean said) {
        return new SeenCoincidence(
                incident,
                subject,
                (int) Math.min(size, Integer.MAX_VALUE),
                rate.share(),
                Duration.between(last, began),
                began,
                said);
    }
}
