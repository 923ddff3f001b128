package dev.coalmine.sandbox.workspace;

import org.jspecify.annotations.Nullable;

/** A link at the top of a channel. */
public record Bookmark(
        String id, String title, String link, @Nullable String emoji, long created, long updated, String updatedBy) {}
