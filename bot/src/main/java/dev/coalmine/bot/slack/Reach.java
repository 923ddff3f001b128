package dev.coalmine.bot.slack;

import dev.coalmine.commands.workspace.SlackAway;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells commands and pages what the calls to Slack have shown. */
@Component
class Reach implements SlackAway {

    private final SlackState state;

    Reach(SlackState state) {
        this.state = state;
    }

    @Override
    public Optional<Instant> since() {
        return state.downSince();
    }

    @Override
    public String why() {
        return state.why();
    }
}
