package dev.coalmine.commands.heartbeats;

import dev.coalmine.storage.incidents.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was not heard who should have been.
 *
 * @param title of the incident that it opens; plain text
 * @param severity null for the usual one
 * @param noticed when it was late
 * @param words what was missed, in Slack's mark-up
 */
record Silence(
        String title, @Nullable String service, @Nullable Severity severity, Instant noticed, String words) {}
