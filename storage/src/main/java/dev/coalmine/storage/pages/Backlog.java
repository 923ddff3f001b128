package dev.coalmine.storage.pages;

import java.time.Instant;
import java.util.Optional;

/**
 * What has been kept and not yet handled.
 *
 * @param oldest when the first of it came in
 */
public record Backlog(long rows, Optional<Instant> oldest) {}
