package dev.coalmine.bot.slack;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from Slack: {@code v0=} and the HMAC-SHA256 of {@code v0:timestamp:body} over the raw bytes,
 * compared in constant time, not older or newer than five minutes. Source: Slack's “Verifying requests”.
 */
final class Signature {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final List<String> secrets;
    private final Clock clock;

    Signature(List<String> secrets, Clock clock) {
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
    }

    boolean verifies(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || !isFresh(timestamp)) {
            return false;
        }
        var given = signature.getBytes(StandardCharsets.UTF_8);
        var valid = false;
        for (var secret : secrets) {
            valid |= MessageDigest.isEqual(given, sign(secret, timestamp, body).getBytes(StandardCharsets.UTF_8));
        }
        return valid;
    }

    static String sign(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update("v0:%s:".formatted(timestamp).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    private boolean isFresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        var age = Duration.ofSeconds(Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)));
        return age.compareTo(FRESH) <= 0;
    }
}
