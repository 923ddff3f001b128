package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A storm that is known to have happened.
 *
 * @param onset when its first failure happened, by the clock of whom it happened to
 * @param from the earlier of the onset and when its first record arrived
 * @param end when its last failure had arrived
 * @param sources those that must be named: with two distinct failures, or all if it is one of alerts
 * @param touched those that may be named: with any failure of it
 * @param shared whether something broke that several launchers need
 * @param slow whether it came up over hours
 */
record TrueStorm(
        long onset,
        long from,
        long end,
        Set<String> sources,
        Set<String> touched,
        boolean shared,
        boolean slow,
        List<Casualty> casualties) {

    static TrueStorm of(List<Casualty> casualties, boolean shared, boolean slow) {
        var touched = casualties.stream().map(Casualty::source).collect(Collectors.toSet());
        var sources =
                touched.stream().filter(source -> told(source, casualties)).collect(Collectors.toSet());
        var onset = casualties.stream()
                .min(Comparator.comparingLong(Casualty::happened))
                .map(Casualty::at)
                .orElse(0L);
        var heard = casualties.stream().mapToLong(Casualty::counted).min().orElse(0);
        var end = casualties.stream().mapToLong(Casualty::counted).max().orElse(0);
        return new TrueStorm(
                onset, Math.min(onset, heard), end, sources, touched, shared, slow, List.copyOf(casualties));
    }

    /** One failure of a launcher cannot be told from its usual ones; one alert of a quiet service can. */
    private static boolean told(String source, List<Casualty> casualties) {
        var own = casualties.stream()
                .filter(casualty -> casualty.source().equals(source))
                .toList();
        return own.getFirst().kind() == Signal.Kind.ALERT
                || own.stream().map(Casualty::key).distinct().count() > 1;
    }

    /** How many distinct failures had arrived by then. */
    int seen(long time) {
        return (int) casualties.stream()
                .filter(casualty -> casualty.counted() <= time)
                .map(Casualty::key)
                .distinct()
                .count();
    }

    /**
     * How far {@code first} lies from the first failure that could be known by {@code time}. A launch that hangs may be
     * said to have failed when it started or when it was overdue.
     */
    long onsetError(long first, long time) {
        return casualties.stream()
                .filter(casualty -> casualty.counted() <= time)
                .min(Comparator.comparingLong(Casualty::happened))
                .map(casualty -> error(first, casualty))
                .orElseGet(() -> Math.abs(first - onset));
    }

    private static long error(long first, Casualty casualty) {
        var sinceStart = Math.abs(first - casualty.at());
        return casualty.hangs() ? Math.min(sinceStart, Math.abs(first - casualty.counted())) : sinceStart;
    }
}
