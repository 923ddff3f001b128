package dev.coalmine.storage.hypotheses;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a hypothesis would have a test show.
 *
 * @param hypothesis its number
 */
@Embeddable
public record Prediction(
        int hypothesis, @Enumerated(EnumType.STRING) Expects expects) {}
