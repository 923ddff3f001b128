package dev.coalmine.commands.reviews;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The seal of an entry, worked out from a JSON export alone, as docs/timeline.md says. */
final class Recomputed {

    private Recomputed() {}

    static String seal(long incident, Map<String, Object> entry) {
        var person = entry.get("person") instanceof Map<?, ?> named ? named.get("id") : null;
        var all = new ByteArrayOutputStream();
        for (var field : Arrays.asList(
                entry.get("previous"),
                incident,
                entry.get("number"),
                entry.get("happened"),
                entry.get("recorded"),
                entry.get("kind"),
                person,
                entry.get("markup"),
                entry.get("link"),
                entry.get("channel"),
                entry.get("message"),
                entry.get("corrects"))) {
            all.writeBytes(netstring(field));
        }
        return sha256(all.toByteArray());
    }

    private static byte[] netstring(@Nullable Object field) {
        if (field == null) {
            return "-".getBytes(UTF_8);
        }
        var content = field.toString();
        return (content.getBytes(UTF_8).length + ":" + content + ",").getBytes(UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
