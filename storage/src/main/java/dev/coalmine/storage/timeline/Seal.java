package dev.coalmine.storage.timeline;

import dev.coalmine.storage.rules.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seal of an entry: SHA-256 over the seal before it and every field, each field as a netstring ({@code
 * length:bytes,} in UTF-8; an absent field is {@code -}), so that anyone can recompute it from an export.
 */
final class Seal {

    /** What the first entry follows. */
    static final String NONE = "0".repeat(64);

    private Seal() {}

    static String of(Entry entry) {
        var bytes = new ByteArrayOutputStream();
        fields(entry).forEach(field -> bytes.writeBytes(netstring(field)));
        return Sha256.hex(bytes.toByteArray());
    }

    private static Stream<@Nullable Object> fields(Entry e) {
        return Stream.of(
                e.previous(),
                e.incident(),
                e.number(),
                e.happened(),
                e.recorded(),
                e.kind(),
                e.person(),
                e.words(),
                e.link(),
                e.channel(),
                e.message(),
                e.corrects());
    }

    private static byte[] netstring(@Nullable Object field) {
        if (field == null) {
            return "-".getBytes(StandardCharsets.UTF_8);
        }
        var content = field.toString().getBytes(StandardCharsets.UTF_8);
        var all = new ByteArrayOutputStream();
        all.writeBytes((content.length + ":").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(content);
        all.write(',');
        return all.toByteArray();
    }
}
