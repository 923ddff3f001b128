package dev.coalmine.commands.storms.detector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What failures of one layer say. Failures that all say the same, and something that is seldom said, are more than as many
 * that each say something else.
 */
final class Texts {

    private static final double RAREST = 0.01;
    private static final double WHEN_OTHERS_SAY_ANOTHER = Math.log(0.3);
    private static final long RECENT = 15 * 60_000;
    private static final long WITHOUT_A_BREAK = 60 * 60_000;
    private static final int MOST_LATELY = 32;
    private static final int MOST_KNOWN = 20_000;
    private static final double PRIOR = 5;
    private static final double FORGOTTEN = 0.05;

    private final Map<String, Words> known = new HashMap<>();
    private final Deque<Said> lately = new ArrayDeque<>();
    private double all;

    /**
     * A failure says something, or nothing.
     *
     * @param before what the same source said last, if that is not long ago
     * @param learn how much of it is learned as usual
     * @return what it adds to the evidence, in nats
     */
    double hear(Failure failure, @Nullable String before, double learn) {
        var template = failure.template();
        if (template == null) {
            return 0;
        }
        var at = failure.at();
        var words = words(template);
        if (words == null) {
            return 0;
        }
        var share = share(words);
        var repeating = repeating(words, share);
        var leading = leading(at);
        words.saidAt(failure.began());
        // Launchers may wrap the same failure in words of their own.
        var again = leading == words || leading != null && template.equals(before);
        remember(new Said(words, at, learn, again ? learn : 0));
        all += learn;
        if (leading == null) {
            return 0;
        }
        if (!again) {
            // What was said once leads nothing.
            return leading.lately > 1 ? WHEN_OTHERS_SAY_ANOTHER : 0;
        }
        return Math.log(0.3 + 0.7 / repeating);
    }

    private @Nullable Words words(String template) {
        if (known.size() >= MOST_KNOWN && !known.containsKey(template)) {
            // Where each text is said once, texts tell nothing.
            known.values().removeIf(words -> words.usual <= 1 && words.lately == 0);
            if (known.size() >= MOST_KNOWN) {
                return null;
            }
        }
        return known.computeIfAbsent(template, Words::new);
    }

    /** Whether it was hardly ever said before, or only just now. */
    boolean isNew(String template) {
        var words = known.get(template);
        return words == null || words.usual - words.lately <= 1 || words.usual <= RAREST * all;
    }

    /** Since when it is said without an hour's break; {@code orElse} if it is not said at all. */
    long since(String template, long orElse) {
        var words = known.get(template);
        return words == null ? orElse : words.since;
    }

    /** How much likelier it is to be said in a storm that says so than usually, in nats. */
    double weight(String template) {
        var words = known.get(template);
        return words == null ? 0 : Math.log(0.3 + 0.7 / share(words));
    }

    /** The share of failures that usually say it; never less than a hundredth. */
    private double share(Words words) {
        return Math.max(RAREST, words.before() / Math.max(20, all));
    }

    /** How often it is usually said after it was said just before: some come in groups when all is well. */
    private static double repeating(Words words, double share) {
        return Math.max(share, (words.repeatedBefore() + PRIOR * share) / (words.before() + PRIOR));
    }

    private void remember(Said said) {
        lately.add(said);
        said.words.said(said);
        if (lately.size() > MOST_LATELY) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        var said = lately.remove();
        said.words.saidLongAgo(said);
    }

    /** What was said most of late; of several the one that is usually said least. */
    private @Nullable Words leading(long at) {
        while (!lately.isEmpty() && at - lately.peek().at >= RECENT) {
            forgetOldest();
        }
        Words best = null;
        var most = 0.0;
        for (var said : lately) {
            if (said.words != best) {
                var weight = said.words.lately - share(said.words);
                if (weight > most) {
                    most = weight;
                    best = said.words;
                }
            }
        }
        return best;
    }

    void decay(double factor) {
        all *= factor;
        known.values().forEach(words -> words.repeated *= factor);
        known.values().removeIf(words -> (words.usual *= factor) < FORGOTTEN && words.lately == 0);
    }

    /**
     * @param learned how much of it was learned as usual
     * @param repeated the same, if it was said just before
     */
    private record Said(Words words, long at, double learned, double repeated) {}

    void keep(Snapshot snapshot) {
        all = snapshot.real(all);
        snapshot.all(new ArrayList<>(known.values()), words -> {
            var read = Words.kept(snapshot, words);
            known.put(read.template, read);
            return read;
        });
        snapshot.all(lately, said -> {
            var words = known.get(snapshot.name(said == null ? "" : said.words.template));
            var at = snapshot.whole(said == null ? 0 : said.at);
            var learned = snapshot.real(said == null ? 0 : said.learned);
            var repeated = snapshot.real(said == null ? 0 : said.repeated);
            return new Said(Objects.requireNonNull(words), at, learned, repeated);
        });
    }

    private static final class Words {
        private final String template;
        private double usual;
        private double repeated;
        private int lately;
        private double learnedLately;
        private double repeatedLately;
        private long since;
        private long latest;

        void saidAt(long at) {
            since = at - latest > WITHOUT_A_BREAK ? at : Math.min(since, at);
            latest = Math.max(latest, at);
        }

        void said(Said said) {
            usual += said.learned;
            repeated += said.repeated;
            lately++;
            learnedLately += said.learned;
            repeatedLately += said.repeated;
        }

        void saidLongAgo(Said said) {
            lately--;
            learnedLately = lately == 0 ? 0 : learnedLately - said.learned;
            repeatedLately = lately == 0 ? 0 : repeatedLately - said.repeated;
        }

        /** How often it was said before that which goes on now: that is not to be explained by itself. */
        double before() {
            return Math.max(0, usual - learnedLately);
        }

        double repeatedBefore() {
            return Math.max(0, repeated - repeatedLately);
        }

        Words(String template) {
            this.template = template;
        }

        static Words kept(Snapshot snapshot, @Nullable Words words) {
            var template = snapshot.name(words == null ? "" : words.template);
            var kept = words == null ? new Words(template) : words;
            kept.usual = snapshot.real(kept.usual);
            kept.repeated = snapshot.real(kept.repeated);
            kept.lately = snapshot.number(kept.lately);
            kept.learnedLately = snapshot.real(kept.learnedLately);
            kept.repeatedLately = snapshot.real(kept.repeatedLately);
            kept.since = snapshot.whole(kept.since);
            kept.latest = kept.since + snapshot.whole(kept.latest - kept.since);
            return kept;
        }
    }
}
