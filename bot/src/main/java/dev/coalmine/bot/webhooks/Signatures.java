package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets shared with a source, any of which proves it; a wrong proof takes as long as a right one. */
final class Signatures {

    private final List<byte[]> secrets;

    Signatures(List<String> secrets) {
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
        var presented = signatures.stream().flatMap(Signatures::hex).toList();
        var matches = 0;
        for (var secret : secrets) {
            var expected = hmac(secret, body);
            for (var signature : presented) {
                matches += MessageDigest.isEqual(expected, signature) ? 1 : 0;
            }
        }
        return matches > 0;
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
