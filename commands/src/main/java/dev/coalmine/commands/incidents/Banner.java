package dev.coalmine.commands.incidents;

import dev.coalmine.commands.workspace.SlackAway;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What everybody should know who asks while Slack cannot be reached: that what they see there may be old. */
@Component
class Banner {

    private final ObjectProvider<SlackAway> away;

    Banner(ObjectProvider<SlackAway> away) {
        this.away = away;
    }

    /** Empty while all is well. */
    Optional<String> words() {
        return away.stream()
                .findFirst()
                .flatMap(SlackAway::since)
                .map(since ->
                        ":warning: Slack has not taken messages since %s. All is recorded, and shown when it does again."
                                .formatted(Shown.time(since)));
    }
}
