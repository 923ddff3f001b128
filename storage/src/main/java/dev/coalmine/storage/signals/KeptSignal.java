package dev.coalmine.storage.signals;

/**
 * A signal as it stands in the log.
 *
 * @param number its place: 1 for the first, without gaps
 */
public record KeptSignal(long number, HeardSignal signal) {}
