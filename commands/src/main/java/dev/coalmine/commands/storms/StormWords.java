package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.StormEvent;
import dev.coalmine.commands.storms.detector.StormView;
import dev.coalmine.commands.storms.detector.StormView.Member;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of storms. */
final class StormWords {

    private static final int MOST_NAMES = 3;

    private StormWords() {}

    /** The title of its incident, plain; what varies in what is said makes no title. */
    static String title(StormView view) {
        var said = view.text() == null ? "" : ": " + view.text().replace("<*>", "…");
        var what = alerts(view) ? "alerts of %s" : "launches fail, %s";
        return kind(view) + ": " + what.formatted(names(view)) + said;
    }

    private static String kind(StormView view) {
        return view.kind() == StormEvent.Kind.CANARY ? "Canary" : "Storm";
    }

    static boolean alerts(StormView view) {
        return view.members().stream().anyMatch(Member::alerts);
    }

    private static String names(StormView view) {
        var names = view.members().stream().map(Member::source).distinct().toList();
        var shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? shown + " and %d more".formatted(names.size() - MOST_NAMES) : shown;
    }

    /** For the record, when it begins. */
    static String opened(Storm storm) {
        return "%s %d: %s"
                .formatted(
                        storm.kind() == Storm.Kind.CANARY ? "Canary, storm" : "Storm",
                        storm.number(),
                        storm.explanation());
    }

    /** One line on what is new. */
    static String widened(Storm storm, Storm.Kind before, boolean back, List<StormMembers.Member> more) {
        var parts = new ArrayList<String>();
        if (back) {
            parts.add("Storm %d has come back.".formatted(storm.number()));
        }
        if (storm.kind() == Storm.Kind.CANARY && before != Storm.Kind.CANARY) {
            parts.add("*A canary*: what fails shares nothing but what it runs on.");
        }
        if (storm.kind() == Storm.Kind.STORM && before == Storm.Kind.NOTICE) {
            parts.add("More than on earlier days: this is a storm.");
        }
        if (!more.isEmpty()) {
            parts.add("Now also failing: %s."
                    .formatted(more.stream()
                            .map(it -> "`%s`".formatted(Markup.escape(it.source())))
                            .limit(10)
                            .collect(Collectors.joining(", "))));
        }
        return String.join(" ", parts) + " %d failures so far.".formatted(storm.failures());
    }

    /** How many alerts were told in it instead of in channels of their own. */
    static String held(Storm storm) {
        return storm.held() == 0
                ? ""
                : " %d alerts of it got no channel of their own: `/incident storms held %d`."
                        .formatted(storm.held(), storm.number());
    }

    /** What to take the cause for, and what would prove that wrong; empty when there is nothing to say. */
    static List<String> hypothesis(StormView view) {
        return switch (view.witness()) {
            case SHARED ->
                List.of(
                        "Something shared broke: automated and by-hand launches fail alike.",
                        "a host launched by hand from another image, or in another zone, works. Launch one.");
            case AUTOMATION_ONLY ->
                List.of(
                        "Something that only the automation does broke: launches by hand work.",
                        "the same launch, with the automation's image and settings, fails by hand. Launch one.");
            case TOO_FEW, NONE ->
                view.kind() == StormEvent.Kind.CANARY
                        ? List.of(
                                "Something shared broke: what fails has nothing else in common.",
                                alerts(view)
                                        ? "a service that uses the same platform, and is not in the list, has the same"
                                                + " load and no errors. Look for one."
                                        : "one host launched by hand from another image works. Launch one.")
                        : List.of();
        };
    }
}
