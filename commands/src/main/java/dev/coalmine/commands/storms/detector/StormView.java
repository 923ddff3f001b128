package dev.coalmine.commands.storms.detector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A storm as it stands, for those who draw it. Times are by the sender's clock, in milliseconds since 1970.
 *
 * @param storm its number, from 1
 * @param first when its first failure happened
 * @param latest when its latest failure happened
 * @param failures distinct failures so far
 * @param automated of these launched by programs, or alerts
 * @param manual of these launched by hand
 * @param usual how many are usual in as long a time
 * @param expectedDays once in so many days chance alone would bring something like it
 * @param members those whose failures belong to it, in the order in which they joined
 * @param text what most failures say, variable parts masked; null if they say nothing alike
 * @param saying how many say that
 * @param newText whether hardly anything ever said that before
 * @param leading the value, or pair of values, that most sets these failures apart from what is usual; null if none does
 * @param fine launchers that go on to succeed meanwhile: the cheapest way to prove an explanation wrong
 * @param witness what launching by hand says about it
 * @param manualSucceeded launches by hand that have succeeded since its first failure
 * @param usualManualShare the share of launches by hand that usually fail
 * @param entities what has failed, the first thousand in their order; empty when sources name nothing
 */
public record StormView(
        int storm,
        StormEvent.Kind kind,
        long first,
        long latest,
        int failures,
        int automated,
        int manual,
        double usual,
        double expectedDays,
        List<Member> members,
        @Nullable String text,
        int saying,
        boolean newText,
        @Nullable Leading leading,
        List<Fine> fine,
        Witness witness,
        int manualSucceeded,
        double usualManualShare,
        List<String> entities) {

    /**
     * A source that belongs to it.
     *
     * @param source the launcher, or the service of an alert
     * @param byHand whether people launch with it
     * @param alerts whether it is a service that alerts
     * @param failures its distinct failures
     * @param first when the first of them happened
     * @param succeeded its launches that have succeeded since the storm's first failure, as far as they are remembered
     */
    public record Member(String source, boolean byHand, boolean alerts, int failures, long first, int succeeded) {}

    /**
     * What sets its failures apart; of a pair, names and values are joined by a comma.
     *
     * @param share among its failures
     * @param usualShare among what is usual of its sources
     */
    public record Leading(String name, String value, double share, double usualShare) {}

    /** A launcher of which nothing failed since the storm's first failure, and so many launches succeeded. */
    public record Fine(String source, int succeeded) {}

    /** What launching by hand says. */
    public enum Witness {
        /** It fails by hand, too: something that all share. */
        SHARED,
        /** It goes well by hand: look at the automation first. */
        AUTOMATION_ONLY,
        /** Too little was launched by hand to tell. */
        TOO_FEW,
        /** Nothing to tell: no program's launches are part of it. */
        NONE
    }
}
