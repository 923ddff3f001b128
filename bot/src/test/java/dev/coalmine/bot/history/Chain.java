package dev.coalmine.bot.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Seals as docs/timeline.md tells anybody to compute them. */
final class Chain {

    static final String NONE = "0".repeat(64);

    private static final MessageDigest SHA_256 = sha256();

    private Chain() {}

    static String seal(@Nullable Object... fields) {
        for (var field : fields) {
            if (field == null) {
                SHA_256.update((byte) '-');
            } else {
                var content = field.toString().getBytes(UTF_8);
                SHA_256.update((content.length + ":").getBytes(UTF_8));
                SHA_256.update(content);
                SHA_256.update((byte) ',');
            }
        }
        return HexFormat.of().formatHex(SHA_256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
