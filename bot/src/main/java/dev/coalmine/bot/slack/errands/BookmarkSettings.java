package dev.coalmine.bot.slack.errands;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people can open from a channel.
 *
 * @param publicUrl where people reach this Coalmine with a browser, such as {@code https://coalmine.example.com}
 * @param api whether the timeline is served there at all
 */
@ConfigurationProperties("coalmine")
public record BookmarkSettings(@DefaultValue("") String publicUrl, @DefaultValue Api api) {

    /** Where the timeline can be downloaded; empty when it is not served, or nobody knows where. */
    Optional<String> timeline(long incident) {
        return publicUrl.isBlank() || api.token().isBlank()
                ? Optional.empty()
                : Optional.of("%s/incidents/%d/timeline.md".formatted(publicUrl.replaceFirst("/+$", ""), incident));
    }

    /** The operator's token, of which only its being there matters here. */
    public record Api(@DefaultValue("") String token) {

        @Override
        public String toString() {
            return "Api[]";
        }
    }
}
