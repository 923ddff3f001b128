package dev.coalmine.commands.hypotheses.questions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When each question fits.
 *
 * @param aloneFor after how long an untested hypothesis without any other is asked about
 * @param splitFrom from how many responders on it is offered to split the work
 * @param ledFor after how long an uncontradicted hypothesis is asked how it worked until now
 * @param changesAfter how long an incident goes on before it is asked who changed what
 * @param elsewhereAfter how long it goes on before it is asked where else it breaks
 * @param dullAfter how long it goes on before it is asked for the dull things
 * @param freshEyesAfter how long it goes on before whoever comes is asked with fresh eyes
 */
@ConfigurationProperties("coalmine.questions")
public record QuestionSettings(
        @DefaultValue("10m") Duration aloneFor,
        @DefaultValue("4") int splitFrom,
        @DefaultValue("20m") Duration ledFor,
        @DefaultValue("5m") Duration changesAfter,
        @DefaultValue("15m") Duration elsewhereAfter,
        @DefaultValue("30m") Duration dullAfter,
        @DefaultValue("10m") Duration freshEyesAfter) {}
