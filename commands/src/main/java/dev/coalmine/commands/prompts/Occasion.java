package dev.coalmine.commands.prompts;

import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.prompts.Prompt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things stand in an incident at the moment when something might be asked.
 *
 * @param investigating whether it is being looked into: begun, and not mitigated
 * @param since since when it is investigated
 * @param wanted whether somebody asked to be asked
 * @param snoozedUntil until when nobody wants to be
 * @param lastBurst when the last burst of talk ended, as far as it may still matter
 * @param testing whether somebody is at a test that is not overdue
 * @param shown what was asked so far, oldest first
 */
record Occasion(
        Severity severity,
        boolean investigating,
        Instant since,
        boolean wanted,
        @Nullable Instant snoozedUntil,
        @Nullable Instant lastBurst,
        boolean testing,
        List<Prompt> shown) {}
