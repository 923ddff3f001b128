package dev.coalmine.commands.storms.detector;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A storm in words, each with its numbers. */
final class Wording {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_NAMES = 5;
    private static final double YEAR = 365;
    private static final long DAY = 86_400_000;
    private static final long ABOUT = 30 * 60_000;
    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Wording() {}

    static StormEvent event(StormEvent.Change change, Storm storm, long received, Detector detector) {
        var view = Views.of(storm, detector);
        storm.spokenOf = storm.members.size();
        return new StormEvent(
                change,
                storm.number,
                received,
                storm.kind,
                storm.sources(),
                storm.automated,
                storm.manual,
                view.first(),
                view.failures(),
                view.usual(),
                view.text(),
                change == StormEvent.Change.ENDED ? over(view) : explanation(view, storm.pattern),
                view);
    }

    private static String over(StormView view) {
        return "Over: %s in %s, the last at %s UTC."
                .formatted(failures(view.failures()), length(view), clock(view.latest()));
    }

    private static String explanation(StormView view, @Nullable Pattern pattern) {
        var parts = new ArrayList<String>();
        parts.add("%s in %s, usual is %s; expected %s."
                .formatted(
                        failures(view.failures()), length(view), number(view.usual()), expected(view.expectedDays())));
        if (view.kind() == StormEvent.Kind.NOTICE && pattern != null) {
            parts.add(as(pattern));
        }
        parts.add(who(view));
        parts.add(said(view));
        parts.add(leading(view.leading()));
        parts.add(witness(view));
        parts.add(fine(view));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String failures(int count) {
        return count == 1 ? "1 failure" : count + " failures";
    }

    private static String length(StormView view) {
        var lasts = Math.max(60_000, view.latest() - view.first());
        return Math.max(1, Math.round(lasts / 60_000.0)) + " min";
    }

    /** That it is no news. */
    private static String as(Pattern pattern) {
        var days = pattern.firsts.stream().map(first -> first / DAY).distinct().count();
        var earlier = days == 1 ? "one earlier day" : word(days) + " earlier days";
        return "The same %d as on %s%s.".formatted(pattern.size(), earlier, at(pattern.firsts));
    }

    private static String word(long number) {
        return number < NUMBERS.size() ? NUMBERS.get((int) number) : "" + number;
    }

    /** At what time of day, if it is always about the same. */
    private static String at(List<Long> firsts) {
        var latest = firsts.getLast();
        var always = firsts.stream().allMatch(first -> {
            var off = Math.floorMod(first - latest, DAY);
            return Math.min(off, DAY - off) <= ABOUT;
        });
        return always ? " at " + clock(latest) + " UTC" : "";
    }

    private static String who(StormView view) {
        var programs = members(view, false);
        var people = members(view, true);
        var first = ", first at %s UTC.".formatted(clock(view.first()));
        if (programs.isEmpty()) {
            return "%d launched by hand with %s".formatted(view.manual(), names(people)) + first;
        }
        var alerts = programs.getFirst().alerts();
        return "%d from %s %s"
                        .formatted(
                                view.automated(),
                                alerts ? plural("service", programs) : plural("the automated launcher", programs),
                                names(programs))
                + first;
    }

    private static String plural(String noun, List<StormView.Member> members) {
        return members.size() == 1 ? noun : noun + "s";
    }

    private static List<StormView.Member> members(StormView view, boolean byHand) {
        return view.members().stream().filter(it -> it.byHand() == byHand).toList();
    }

    private static String names(List<StormView.Member> members) {
        var names = members.stream().map(StormView.Member::source).distinct().toList();
        if (names.size() > MOST_NAMES) {
            var shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            return "%s and %d more".formatted(shown, names.size() - MOST_NAMES);
        }
        var before = String.join(", ", names.subList(0, names.size() - 1));
        return before.isEmpty() ? names.getLast() : before + " and " + names.getLast();
    }

    private static String said(StormView view) {
        return view.text() == null
                ? ""
                : "%d of %d say `%s`%s."
                        .formatted(
                                view.saying(),
                                view.failures(),
                                view.text(),
                                view.newText() ? ", hardly ever seen before" : "");
    }

    private static String leading(StormView.@Nullable Leading it) {
        return it == null
                ? ""
                : "%s is `%s` in %s of them, usually in %s."
                        .formatted(it.name(), it.value(), percent(it.share()), percent(it.usualShare()));
    }

    /** What launching by hand says about it, and what that means. */
    private static String witness(StormView view) {
        return switch (view.witness()) {
            case SHARED ->
                "By hand also failing (%d of %d, usual %s): shared dependency."
                        .formatted(
                                view.manual(),
                                view.manual() + view.manualSucceeded(),
                                percent(view.usualManualShare()));
            case AUTOMATION_ONLY ->
                "By hand %d succeeded and none failed: automation only.".formatted(view.manualSucceeded());
            case TOO_FEW -> "By hand: too few to tell.";
            case NONE -> "";
        };
    }

    /** What did not fail is the cheapest way to prove an explanation wrong. */
    private static String fine(StormView view) {
        var fine = view.fine().stream()
                .limit(MOST_NAMES)
                .map(it -> "%s (%d of %d)".formatted(it.source(), it.succeeded(), it.succeeded()))
                .collect(Collectors.joining(", "));
        return fine.isEmpty() ? "" : "Still fine: " + fine + ".";
    }

    private static String expected(double days) {
        return days >= YEAR ? "less than once a year" : "once in %.0f days".formatted(Math.max(1, days));
    }

    private static String percent(double share) {
        return "%.0f %%".formatted(100 * share);
    }

    private static String clock(long moment) {
        return CLOCK.format(Instant.ofEpochMilli(moment));
    }

    private static String number(double value) {
        return value >= 10 ? "%.0f".formatted(value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
