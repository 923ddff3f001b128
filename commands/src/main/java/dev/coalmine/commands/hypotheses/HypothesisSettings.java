package dev.coalmine.commands.hypotheses;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the register of hypotheses is kept.
 *
 * @param most above so many live ones it is offered to park or merge some
 * @param testDueIn when a test is due of which nobody says when
 * @param askCommanderAfter how long after its owner the commander is asked for the result of a test
 * @param askAgainAfter when it is asked whether what would contradict an accepted hypothesis was seen, unless said
 */
@ConfigurationProperties("coalmine.hypotheses")
public record HypothesisSettings(
        @DefaultValue("5") int most,
        @DefaultValue("10m") Duration testDueIn,
        @DefaultValue("5m") Duration askCommanderAfter,
        @DefaultValue("15m") Duration askAgainAfter) {}
