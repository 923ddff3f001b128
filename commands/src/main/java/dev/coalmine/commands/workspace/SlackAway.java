package dev.coalmine.commands.workspace;

import java.time.Instant;
import java.util.Optional;

/** Whether Slack can be reached. */
public interface SlackAway {

    /** Since when it cannot; empty while it can. */
    Optional<Instant> since();

    /** Why it cannot, in a few words; empty while it can. */
    String why();
}
