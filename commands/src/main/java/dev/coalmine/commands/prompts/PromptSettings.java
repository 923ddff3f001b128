package dev.coalmine.commands.prompts;

import dev.coalmine.storage.incidents.Severity;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When questions may be asked that nobody asked for.
 *
 * @param severity from which severity on they are asked at once
 * @param after how long a lesser incident is investigated without mitigation before they are asked there too
 * @param gap at most one in this time; doubled for each two in a row that nobody heeded
 * @param longestGap the gap never grows beyond this
 * @param burst so many messages within two minutes are a burst of talk
 * @param quietAfterBurst nothing is asked for so long after one
 * @param lookEvery how often it is looked whether something is to be asked
 */
@ConfigurationProperties("coalmine.prompting")
public record PromptSettings(
        @DefaultValue("SEV_2") Severity severity,
        @DefaultValue("20m") Duration after,
        @DefaultValue("15m") Duration gap,
        @DefaultValue("4h") Duration longestGap,
        @DefaultValue("10") int burst,
        @DefaultValue("3m") Duration quietAfterBurst,
        @DefaultValue("5m") Duration lookEvery) {}
