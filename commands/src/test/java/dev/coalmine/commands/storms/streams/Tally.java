package dev.coalmine.commands.storms.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers by which detectors are compared. */
final class Tally {

    static final String HEADING = "%-32s %6s %6s %5s %5s | %5s %5s %5s | %8s | %5s %5s %5s | %6s | %6s %7s | %5s %5s"
            .formatted(
                    "family", "storms", "found", "false", "again", "prec", "rec", "F1", "false/d", "seen", "p90",
                    "slow", "naming", "onset", "p90", "again", "kind");

    int signals;
    int days;
    int storms;
    int found;
    int falseAlarms;
    int duplicates;
    /** Sources of found storms, named. */
    int named;
    /** Sources of found storms, not named. */
    int unnamed;
    /** Sources named that had nothing to do with the storm. */
    int misnamed;
    /** Found storms of which it was rightly told whether something shared broke. */
    int kinds;
    /** Distinct failures that had arrived when the alarm was opened. */
    final List<Double> seen = new ArrayList<>();
    /** The same of slow burns. */
    final List<Double> seenSlow = new ArrayList<>();
    /** In seconds. */
    final List<Double> onsetErrors = new ArrayList<>();
    /** What went wrong. */
    final List<String> notes = new ArrayList<>();

    void note(String note, Object... parts) {
        notes.add(note.formatted(parts));
    }

    static String moment(long time) {
        return Instant.ofEpochMilli(time).toString();
    }

    void add(Tally other) {
        signals += other.signals;
        days += other.days;
        storms += other.storms;
        found += other.found;
        falseAlarms += other.falseAlarms;
        duplicates += other.duplicates;
        named += other.named;
        unnamed += other.unnamed;
        misnamed += other.misnamed;
        kinds += other.kinds;
        seen.addAll(other.seen);
        seenSlow.addAll(other.seenSlow);
        onsetErrors.addAll(other.onsetErrors);
        notes.addAll(other.notes);
    }

    /** Not a number without any alarm. */
    double precision() {
        return found / (double) (found + falseAlarms);
    }

    /** Not a number without any storm. */
    double recall() {
        return found / (double) storms;
    }

    double f1() {
        return 2.0 * found / (found + falseAlarms + storms);
    }

    double naming() {
        return 2.0 * named / (2 * named + unnamed + misnamed);
    }

    /** A line under {@link #HEADING}; a dash where there is nothing to measure. */
    String line(String name) {
        return String.join(
                " ",
                "%-32s %6d %6d %5d %5d |".formatted(name, storms, found, falseAlarms, duplicates),
                shown("%5.2f", precision()),
                shown("%5.2f", recall()),
                shown("%5.2f", f1()) + " |",
                shown("%8.4f", falseAlarms / (double) days) + " |",
                shown("%5.0f", quantile(seen, 0.5)),
                shown("%5.0f", quantile(seen, 0.9)),
                shown("%5.0f", quantile(seenSlow, 0.5)) + " |",
                shown("%6.3f", naming()) + " |",
                shown("%6.1f", quantile(onsetErrors, 0.5)),
                shown("%7.1f", quantile(onsetErrors, 0.9)) + " |",
                shown("%5.2f", duplicates / (double) storms),
                shown("%5.2f", kinds / (double) found));
    }

    private static String shown(String format, double value) {
        var dash = "%" + format.substring(1, 2) + "s";
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : dash.formatted("-");
    }

    /** The least value that is not less than that share of all. */
    private static double quantile(List<Double> values, double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
