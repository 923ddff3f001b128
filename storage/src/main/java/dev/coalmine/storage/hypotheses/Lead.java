package dev.coalmine.storage.hypotheses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when on a hypothesis led.
 *
 * @param hypothesis its number; null when none was left
 */
public record Lead(Instant since, @Nullable Integer hypothesis) {}
