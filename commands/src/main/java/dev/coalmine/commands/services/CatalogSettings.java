package dev.coalmine.commands.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The service catalog as it is written in the configuration. */
@ConfigurationProperties("coalmine")
public record CatalogSettings(@DefaultValue List<Listed> services) {

    /**
     * One service.
     *
     * @param owners e-mail addresses, handles or Slack ids of those to invite when it breaks
     * @param aliases what alert sources call it besides its name
     * @param launcher whether it launches things on its own
     */
    public record Listed(
            String name,
            @DefaultValue List<String> aliases,
            @DefaultValue List<String> owners,
            @Nullable String runbook,
            @DefaultValue List<String> dependsOn,
            @DefaultValue("false") boolean launcher) {}
}
