package dev.coalmine.commands.launches;

import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * In which Slack channels launches are told of, and how that is worded.
 *
 * @param channels ids, or names
 * @param rules tried in their order, before those that are built in; the first that fits reads the message
 */
@ConfigurationProperties("coalmine.launches")
public record LaunchSettings(
        @DefaultValue List<String> channels, @DefaultValue List<Rule> rules) {

    /**
     * How one launcher words what it says.
     *
     * @param name what it is called where it is spoken of
     * @param matches a regular expression with named groups, see {@link LaunchRule}
     * @param source the launcher, if the words do not say it
     * @param outcome started, succeeded or failed, if the words do not say it
     * @param automated whether programs or people launch; null leaves it to the words, and to who wrote them
     */
    public record Rule(
            String name,
            String matches,
            @Nullable String source,
            @Nullable Outcome outcome,
            @Nullable Boolean automated) {

        /** A rule that cannot be used stops the start, so it is tried at once. */
        public Rule {
            LaunchRule.of(name, matches, source, outcome, automated);
        }
    }
}
