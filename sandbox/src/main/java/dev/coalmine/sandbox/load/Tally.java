package dev.coalmine.sandbox.load;

import java.util.List;

/**
 * What became of the requests of one phase.
 *
 * @param refused how many were answered with 429 or 503: come again later
 * @param failed how many had another answer, or none
 * @param times of those that were accepted
 */
record Tally(long accepted, long refused, long failed, Times times) {

    static Tally of(List<Tally> parts) {
        return new Tally(
                parts.stream().mapToLong(Tally::accepted).sum(),
                parts.stream().mapToLong(Tally::refused).sum(),
                parts.stream().mapToLong(Tally::failed).sum(),
                Times.of(parts.stream().map(Tally::times).toList()));
    }
}
