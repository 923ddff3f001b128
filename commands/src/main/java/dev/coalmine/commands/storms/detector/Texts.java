package dev.coalmine.commands.storms.detector;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What failures of one layer say. Failures that all say the same, and something that is seldom said, are more than as many
 * that each say something else.
 */
final class Texts {

    private static final double RAREST = 0.01;
    private static final double WHEN_OTHERS_SAY_ANOTHER = Math.log(0.3);
    private static final long RECENT = 15 * 60_000;
    private static final int MOST_KNOWN = 20_000;

    private final Map<String, Usual> usual = new HashMap<>();
    private final Said[] lately = new Said[32];
    private int next;
    private double all;

    /**
     * A failure says this.
     *
     * @param learn how much of it is learned as usual
     * @return what it adds to the evidence, in nats
     */
    double hear(@Nullable String template, long at, double learn) {
        if (template == null) {
            return 0;
        }
        var before = share(template);
        var leading = leading(at);
        lately[next] = new Said(template, at);
        next = (next + 1) % lately.length;
        learn(template, learn);
        if (leading == null) {
            return 0;
        }
        return leading.equals(template) ? Math.log(0.3 + 0.7 / before) : WHEN_OTHERS_SAY_ANOTHER;
    }

    /** The share of failures that usually say it; never less than a hundredth. */
    double share(String template) {
        var known = usual.get(template);
        return known == null ? RAREST : Math.max(RAREST, known.count / Math.max(20, all));
    }

    /** Whether it was hardly ever said before. */
    boolean isNew(String template) {
        return share(template) <= 2 * RAREST;
    }

    private void learn(String template, double learn) {
        all += learn;
        var known = usual.get(template);
        if (known != null) {
            known.count += learn;
        } else if (usual.size() < MOST_KNOWN) {
            usual.put(template, new Usual(learn));
        }
    }

    /** What was said most in the last quarter of an hour; of several the one that is usually said least. */
    private @Nullable String leading(long at) {
        String best = null;
        var most = 0.0;
        for (var said : lately) {
            if (said != null && Math.abs(at - said.at) < RECENT) {
                var weight = count(said.template, at) - share(said.template);
                if (weight > most) {
                    most = weight;
                    best = said.template;
                }
            }
        }
        return best;
    }

    private int count(String template, long at) {
        var count = 0;
        for (var said : lately) {
            if (said != null && Math.abs(at - said.at) < RECENT && said.template.equals(template)) {
                count++;
            }
        }
        return count;
    }

    void decay(double factor) {
        all *= factor;
        usual.values().removeIf(known -> (known.count *= factor) < 0.05);
    }

    private record Said(String template, long at) {}

    private static final class Usual {
        private double count;

        private Usual(double count) {
            this.count = count;
        }
    }
}
