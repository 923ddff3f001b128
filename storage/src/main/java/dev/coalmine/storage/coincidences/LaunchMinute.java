package dev.coalmine.storage.coincidences;

import dev.coalmine.storage.signals.HeardSignal.Outcome;

/**
 * How many launches of a source there were in a minute, with one outcome.
 *
 * @param source {@link LaunchCounts#ALL} for all together
 */
public record LaunchMinute(String source, Outcome outcome, MinuteCount launches) {}
