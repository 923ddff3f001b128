package dev.coalmine.storage.changes;

/**
 * A change as it is kept.
 *
 * @param number under which it is kept
 */
public record KeptChange(long number, Change change) {}
