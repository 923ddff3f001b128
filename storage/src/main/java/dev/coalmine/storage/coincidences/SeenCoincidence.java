package dev.coalmine.storage.coincidences;

import java.time.Duration;
import java.time.Instant;

/**
 * Something rare that happened shortly before an incident began, as it was believed then.
 *
 * @param subject what it was, in words that are the same when it happens again
 * @param size how many launches or changes
 * @param share of all stretches of that length in which as many happen
 * @param distance from it to the beginning of the incident; negative if it was after that
 * @param began when the incident began
 * @param said whether the channel was told
 */
public record SeenCoincidence(
        long incident, String subject, int size, double share, Duration distance, Instant began, boolean said) {}
