package dev.coalmine.storage.hypotheses;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What one person thinks that a piece of evidence says of a hypothesis.
 *
 * @param hypothesis its number
 * @param rater Slack id
 */
@Embeddable
public record Rating(
        int hypothesis,
        String rater,
        @Enumerated(EnumType.STRING) Says says,
        Instant ratedAt) {}
