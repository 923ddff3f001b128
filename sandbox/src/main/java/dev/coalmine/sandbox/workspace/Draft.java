package dev.coalmine.sandbox.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody wants to say, before it is a message. */
public record Draft(
        String text,
        @Nullable JsonNode blocks,
        @Nullable JsonNode attachments,
        @Nullable JsonNode metadata,
        @Nullable String threadTs,
        boolean broadcast,
        @Nullable String subtype,
        List<String> files,
        boolean linkNames) {

    public static Draft of(String text) {
        return new Draft(text, null, null, null, null, false, null, List.of(), false);
    }

    public Draft inThread(@Nullable String ts) {
        return new Draft(text, blocks, attachments, metadata, ts, broadcast, subtype, files, linkNames);
    }

    public Draft withBlocks(@Nullable JsonNode given) {
        return new Draft(text, given, attachments, metadata, threadTs, broadcast, subtype, files, linkNames);
    }

    public Draft withAttachments(@Nullable JsonNode given) {
        return new Draft(text, blocks, given, metadata, threadTs, broadcast, subtype, files, linkNames);
    }

    public Draft as(String kind) {
        return new Draft(text, blocks, attachments, metadata, threadTs, broadcast, kind, files, linkNames);
    }

    public Draft with(List<String> shared) {
        return new Draft(text, blocks, attachments, metadata, threadTs, broadcast, subtype, shared, linkNames);
    }
}
