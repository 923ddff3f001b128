package dev.coalmine.commands.incidents;

import dev.coalmine.storage.incidents.Severity;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How incidents are declared.
 *
 * @param severity of an incident whose declarer did not say
 * @param announcements the channel in which incidents are announced: its name, or its id
 */
@ConfigurationProperties("coalmine.incidents")
public record IncidentSettings(
        @DefaultValue("SEV_3") Severity severity,
        @DefaultValue("incidents") String announcements) {}
