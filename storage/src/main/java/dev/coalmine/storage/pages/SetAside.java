package dev.coalmine.storage.pages;

import java.time.Instant;

/** A row of the log that a reader could not handle, and why. */
public record SetAside(Place place, String source, String reason, Instant at) {}
