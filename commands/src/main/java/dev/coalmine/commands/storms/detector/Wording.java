package dev.coalmine.commands.storms.detector;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;

/** A storm in words, each with its numbers. */
final class Wording {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_NAMES = 5;
    private static final double YEAR = 365;

    private Wording() {}

    static StormEvent event(StormEvent.Change change, Storm storm, long received, Detector detector) {
        return new StormEvent(
                change,
                storm.number,
                received,
                storm.kind,
                storm.sources(),
                storm.automated,
                storm.manual,
                storm.first(),
                storm.failures(),
                usual(storm),
                storm.text(),
                change == StormEvent.Change.ENDED ? over(storm) : explanation(storm, detector));
    }

    private static double usual(Storm storm) {
        var lasts = storm.lasts();
        return storm.members.keySet().stream()
                .mapToDouble(source -> source.usual(lasts))
                .sum();
    }

    private static String over(Storm storm) {
        return "Over: %d failures in %s, the last at %s UTC."
                .formatted(storm.failures(), length(storm), CLOCK.format(Instant.ofEpochMilli(storm.latest)));
    }

    private static String explanation(Storm storm, Detector detector) {
        var parts = new ArrayList<String>();
        parts.add("%d failures in %s, usual is %s; expected %s."
                .formatted(storm.failures(), length(storm), number(usual(storm)), expected(storm.surprise)));
        parts.add(who(storm));
        if (storm.text() != null) {
            parts.add(said(storm));
        }
        detector.attributes()
                .leading(storm.attributes)
                .ifPresent(it -> parts.add("%s is `%s` in %.0f %% of them, usually in %.0f %%."
                        .formatted(it.name(), it.value(), 100 * it.share(), 100 * it.usual())));
        return String.join(" ", parts) + Canary.witness(storm, detector) + fine(storm, detector);
    }

    private static String length(Storm storm) {
        return Math.max(1, Math.round(storm.lasts() / 60_000.0)) + " min";
    }

    private static String who(Storm storm) {
        return "%d from %s, first at %s UTC."
                .formatted(storm.failures(), names(storm), CLOCK.format(Instant.ofEpochMilli(storm.first())));
    }

    private static String names(Storm storm) {
        var names = storm.sources();
        var shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? shown + " and %d more".formatted(names.size() - MOST_NAMES) : shown;
    }

    private static String said(Storm storm) {
        var text = String.valueOf(storm.text());
        return "%d of %d say `%s`%s."
                .formatted(
                        storm.texts.getOrDefault(text, 0),
                        storm.failures(),
                        text,
                        storm.newText ? ", hardly ever seen before" : "");
    }

    /** What did not fail is the cheapest way to prove an explanation wrong. */
    private static String fine(Storm storm, Detector detector) {
        if (storm.layer != Layer.LAUNCHERS) {
            return "";
        }
        var fine = detector.gathered(Layer.LAUNCHERS).known.stream()
                .filter(it -> it.storm == null && it.lastHeard() >= storm.first() && it.successesInARow >= 2)
                .limit(MOST_NAMES)
                .map(it -> "%s (%d of %d)".formatted(it.name, it.successesInARow, it.successesInARow))
                .collect(Collectors.joining(", "));
        return fine.isEmpty() ? "" : " Still fine: " + fine + ".";
    }

    private static String expected(double surprise) {
        var days = Math.exp(Math.min(50, surprise - 2)) / 96;
        return days >= YEAR ? "less than once a year" : "once in %.0f days".formatted(Math.max(1, days));
    }

    private static String number(double value) {
        return value >= 10 ? "%.0f".formatted(value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
