package dev.coalmine.storage.launches;

import java.time.Instant;

/**
 * What was heard of one launcher in some time.
 *
 * @param byHand how many of all that ended were launched by people
 * @param last when it was heard of last, by the clock here
 */
public record Launcher(String name, long started, long succeeded, long failed, long byHand, Instant last) {}
