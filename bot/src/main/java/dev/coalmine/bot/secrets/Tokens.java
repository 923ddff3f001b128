package dev.coalmine.bot.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.storage.rules.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens, any of which opens a door, shown as bearer token or as the password of basic authentication. A wrong one takes
 * as long as a right one.
 */
public final class Tokens {

    /** What was shown. */
    public enum Shown {
        NOTHING,
        WRONG,
        RIGHT
    }

    // Digests are of one length, so the time tells nothing of the token's.
    private final List<byte[]> digests;

    /** Blanks around a token do not belong to it; empty ones are none. */
    public Tokens(List<String> tokens) {
        this.digests = tokens.stream()
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .map(token -> Sha256.of(token.getBytes(UTF_8)))
                .toList();
    }

    /** Whether there is any. */
    public boolean present() {
        return !digests.isEmpty();
    }

    /** What the {@code Authorization} header of a request comes to. */
    public Shown judge(@Nullable String authorization) {
        var presented = Optional.ofNullable(authorization).flatMap(Tokens::credentials);
        if (presented.isEmpty()) {
            return Shown.NOTHING;
        }
        var digest = Sha256.of(presented.get());
        var matches = 0;
        for (var token : digests) {
            matches += MessageDigest.isEqual(token, digest) ? 1 : 0;
        }
        return matches > 0 ? Shown.RIGHT : Shown.WRONG;
    }

    private static Optional<byte[]> credentials(String authorization) {
        var shown = authorization.strip();
        var scheme = shown.substring(0, firstBlank(shown));
        var token = shown.substring(scheme.length()).strip();
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (scheme.equalsIgnoreCase("Bearer")) {
            return Optional.of(token.getBytes(UTF_8));
        }
        return scheme.equalsIgnoreCase("Basic") ? Optional.of(password(token)) : Optional.empty();
    }

    private static int firstBlank(String text) {
        var end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What follows the first colon; nothing if there is none, which is no token. */
    private static byte[] password(String encoded) {
        try {
            var pair = Base64.getDecoder().decode(encoded);
            for (var n = 0; n < pair.length; n++) {
                if (pair[n] == ':') {
                    return Arrays.copyOfRange(pair, n + 1, pair.length);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // Nor a token.
        }
        return new byte[0];
    }
}
