package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;

/** Secrets shared with a source, any of which proves it; a wrong proof takes as long as a right one. */
final class Secrets {

    private final List<byte[]> secrets;

    Secrets(List<String> secrets) {
        this.secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> secret.getBytes(UTF_8))
                .toList();
    }

    boolean present() {
        return !secrets.isEmpty();
    }

    /** Whether one of these hexadecimal texts is the HMAC-SHA256 of the body. */
    boolean signed(byte[] body, List<String> signatures) {
        var presented = signatures.stream().flatMap(Secrets::hex).toList();
        var matches = 0;
        for (var secret : secrets) {
            var expected = hmac(secret, body);
            for (var signature : presented) {
                matches += MessageDigest.isEqual(expected, signature) ? 1 : 0;
            }
        }
        return matches > 0;
    }

    /** Whether the request bears one of the secrets as its bearer token, or as the password of basic authentication. */
    boolean borne(HttpHeaders headers) {
        var presented = Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
                .flatMap(Secrets::credentials)
                .map(Digest::of);
        if (presented.isEmpty()) {
            return false;
        }
        var matches = 0;
        for (var secret : secrets) {
            // Digests are of one length, so the time tells nothing of the secret's.
            matches += MessageDigest.isEqual(Digest.of(secret), presented.get()) ? 1 : 0;
        }
        return matches > 0;
    }

    private static Optional<byte[]> credentials(String authorization) {
        var parts = authorization.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        if (parts[0].equalsIgnoreCase("Bearer")) {
            return Optional.of(parts[1].getBytes(UTF_8));
        }
        return parts[0].equalsIgnoreCase("Basic") ? password(parts[1]) : Optional.empty();
    }

    private static Optional<byte[]> password(String encoded) {
        try {
            var pair = Base64.getDecoder().decode(encoded);
            for (var n = 0; n < pair.length; n++) {
                if (pair[n] == ':') {
                    return Optional.of(Arrays.copyOfRange(pair, n + 1, pair.length));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Stream<byte[]> hex(String text) {
        try {
            return Stream.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException notHexadecimal) {
            return Stream.empty();
        }
    }

    private static byte[] hmac(byte[] secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256.", impossible);
        }
    }
}
