package dev.coalmine.commands.hypotheses.inquiry;

import java.util.Comparator;

/**
 * What a hypothesis is sorted by. It is an aid to reading and says nothing of how likely it is.
 *
 * @param hypothesis its number
 * @param against how many pieces of evidence speak against it
 * @param inconsistency the sum of the squares of their ratings, so that it can only grow (after open-synthesis, which
 *     follows Heuer's analysis of competing hypotheses)
 * @param inFavour how many pieces speak for it
 * @param untested how many of its predictions nobody has tested yet
 * @param unseen how often something was not seen that could not have been: not looked for, or not visible
 */
public record Score(int hypothesis, int against, int inconsistency, int inFavour, int untested, int unseen)
        implements Comparable<Score> {

    // What nobody has tested may still come out either way, so who has less of it is the better known.
    private static final Comparator<Score> ORDER = Comparator.comparingInt(Score::inconsistency)
            .thenComparingInt(Score::against)
            .thenComparing(Comparator.comparingInt(Score::inFavour).reversed())
            .thenComparingInt(Score::untested)
            .thenComparingInt(Score::hypothesis);

    /** Whoever has fewer contradictions comes first, however much speaks for another. */
    @Override
    public int compareTo(Score other) {
        return ORDER.compare(this, other);
    }
}
