package dev.coalmine.bot.slack;

import java.time.Duration;

/** What became of an attempt to tell Slack something. */
public sealed interface Outcome {

    /** Slack has it. */
    record Done() implements Outcome {}

    /** It is not yet time for the call. Slack was not asked, so this counts as no attempt. */
    record Held(Duration in, String reason) implements Outcome {}

    /** Slack certainly does not have it; worth another try after this long. */
    record Later(Duration in, String reason) implements Outcome {}

    /** Slack may have it: look before telling it again. */
    record Unsure(String reason) implements Outcome {}

    /** No use in trying again; people are told why. */
    record Dead(String reason) implements Outcome {}
}
