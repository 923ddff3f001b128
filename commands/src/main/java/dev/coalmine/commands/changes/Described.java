package dev.coalmine.commands.changes;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.rules.Markup;
import java.time.Duration;
import java.time.Instant;

/** How a change is written in messages. */
public final class Described {

    private static final int LONGEST = 300;

    private Described() {}

    /** What it was, such as {@code Deployment of checkout: v1.2.3 (succeeded), by ann}. */
    public static String words(Change change) {
        return "%s%s: %s%s%s"
                .formatted(
                        Shown.capital(change.kind().word()),
                        change.service() == null ? "" : " of " + shown(change.service()),
                        shown(change.what()),
                        change.outcome() == null ? "" : " (%s)".formatted(shown(change.outcome())),
                        change.who() == null ? "" : ", by " + shown(change.who()));
    }

    /** The same as a line of a list, with how long before or after a moment it was. */
    static String line(Change change, Instant moment) {
        return "• %s · %s%s".formatted(distance(change, moment), words(change), link(change));
    }

    /** The same with the time of the day. */
    static String line(Change change) {
        return "• %s%s · %s%s"
                .formatted(
                        Shown.time(change.at()),
                        change.ended() == null
                                ? ""
                                : ", for " + Spans.words(Duration.between(change.at(), change.ended())),
                        words(change),
                        link(change));
    }

    /** Such as {@code began 12 min before, ended 40 s after}. */
    private static String distance(Change change, Instant moment) {
        return change.ended() == null || change.ended().equals(change.at())
                ? distance(change.at(), moment)
                : "began %s, ended %s".formatted(distance(change.at(), moment), distance(change.ended(), moment));
    }

    /** Such as {@code 40 s before}. */
    public static String distance(Instant time, Instant moment) {
        var between = Duration.between(time, moment);
        return between.isNegative() ? Spans.words(between.negated()) + " after" : Spans.words(between) + " before";
    }

    private static String link(Change change) {
        return change.link() == null ? "" : " · " + Links.shown(change.link(), "details");
    }

    private static String shown(String text) {
        return Markup.clip(Markup.escape(text.replaceAll("\\s+", " ")), LONGEST);
    }
}
