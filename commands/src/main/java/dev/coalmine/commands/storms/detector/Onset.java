package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a storm began that some sources are in together: the likeliest moment from which their failures come faster than
 * usual (the maximum-likelihood change point of a Poisson process). What failed in one of them long before the others
 * failed is as usual, then.
 */
final class Onset {

    private static final double HOUR = 3_600_000.0;
    private static final double SLOWEST = 4;
    private static final double FASTEST = 60;
    // No clock and no launch is as exact.
    private static final double AT_ONCE = 5_000;
    private static final double SAYS_ANOTHER = Math.log(0.3);

    private Onset() {}

    /**
     * @param text what the storm says; null if nothing
     * @param texts what is usually said
     */
    static long of(List<Source> sources, @Nullable String text, Texts texts) {
        var usualPerHour = sources.stream()
                .mapToDouble(source -> source.usual((long) HOUR))
                .sum();
        var failures = failures(sources, text, texts);
        var latest = failures.isEmpty() ? 0 : failures.getFirst().at();
        var best = Double.NEGATIVE_INFINITY;
        var onset = latest;
        var count = 0;
        var said = 0.0;
        for (var bad : failures) {
            count++;
            said += weight(bad, text, texts);
            var usual = usualPerHour * Math.max(AT_ONCE, latest - bad.at()) / HOUR;
            var faster = Math.clamp(count / usual, SLOWEST, FASTEST);
            var likelihood = count * Math.log(faster) - (faster - 1) * usual + said;
            if (likelihood >= best) {
                best = likelihood;
                onset = bad.at();
            }
        }
        return onset;
    }

    /** Those that may belong to it, the latest first. */
    private static List<Source.Bad> failures(List<Source> sources, @Nullable String text, Texts texts) {
        var failures = new ArrayList<Source.Bad>();
        for (var source : sources) {
            if (source.episode != null) {
                var onset = source.onset();
                source.episode.failures.stream()
                        .filter(bad -> bad.at() >= onset || isTelling(bad, text, texts))
                        .forEach(failures::add);
            }
        }
        failures.sort(Comparator.comparingLong(Source.Bad::at).reversed());
        return failures;
    }

    private static boolean isTelling(Source.Bad bad, @Nullable String text, Texts texts) {
        return text != null && text.equals(bad.template()) && texts.isNew(text);
    }

    private static double weight(Source.Bad bad, @Nullable String text, Texts texts) {
        if (text == null || bad.template() == null) {
            return 0;
        }
        return text.equals(bad.template()) ? texts.weight(text) : SAYS_ANOTHER;
    }
}
