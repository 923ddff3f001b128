package dev.coalmine.bot.slack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links to messages without asking Slack for them. Their form is that of {@code chat.getPermalink}. */
@Component
public class Permalinks {

    private final SlackSettings settings;

    Permalinks(SlackSettings settings) {
        this.settings = settings;
    }

    /** @param team the workspace's domain, such as {@code acme} */
    public String of(@Nullable String team, String channel, String ts, @Nullable String thread) {
        var inThread = Optional.ofNullable(thread)
                .filter(t -> !t.equals(ts))
                .map(t -> "?thread_ts=%s&cid=%s".formatted(t, channel))
                .orElse("");
        return "%s/archives/%s/p%s%s".formatted(home(team), channel, ts.replace(".", ""), inThread);
    }

    private String home(@Nullable String team) {
        if (settings.apiUrl().isBlank()) {
            return team == null ? "https://slack.com" : "https://%s.slack.com".formatted(team);
        }
        return settings.methodsUrl().replaceFirst("/api/$", "");
    }
}
