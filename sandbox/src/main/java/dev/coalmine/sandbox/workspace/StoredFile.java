package dev.coalmine.sandbox.workspace;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that was uploaded; {@code channels} are those it was shared into. */
public record StoredFile(
        String id,
        String name,
        String title,
        String mimetype,
        long size,
        long created,
        String user,
        List<String> channels,
        @Nullable String uploadSecret) {

    StoredFile shared(String title, List<String> channels) {
        return new StoredFile(id, name, title, mimetype, size, created, user, channels, null);
    }

    StoredFile filled(long bytes) {
        return new StoredFile(id, name, title, mimetype, bytes, created, user, channels, uploadSecret);
    }

    /** What follows the last dot, or {@code text}. */
    public String filetype() {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "text" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
