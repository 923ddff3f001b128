package dev.coalmine.bot.webhooks;

import dev.coalmine.storage.signals.HeardSignal;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a launch.
 *
 * @param event the source's own id of it, by which a repeated delivery is known; null if it gives none
 */
record Launch(@Nullable String event, HeardSignal signal) {}
