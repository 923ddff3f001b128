package dev.coalmine.bot.slack.errands;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people can open from a channel.
 *
 * @param publicUrl where people reach this Coalmine with a browser, such as {@code https://coalmine.example.com}
 */
@ConfigurationProperties("coalmine")
public record BookmarkSettings(
        @DefaultValue("http://localhost:8080") String publicUrl) {

    Optional<String> timeline(long incident) {
        return publicUrl.isBlank()
                ? Optional.empty()
                : Optional.of("%s/incidents/%d/timeline.md".formatted(publicUrl.replaceFirst("/+$", ""), incident));
    }
}
