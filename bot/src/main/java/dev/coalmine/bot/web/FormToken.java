package dev.coalmine.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Proves that a form was sent from our own page: a browser adds its password to whatever any other page makes it send.
 * Derived from the operator's token, so that every replica knows it, and good for a day or two.
 */
@Component
class FormToken {

    private final ApiSettings settings;
    private final Clock clock;

    FormToken(ApiSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    String now() {
        return of(today());
    }

    boolean isGood(String shown) {
        return same(shown, of(today())) || same(shown, of(today().minusDays(1)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String of(LocalDate day) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().orElse("none").getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("form of the status page, " + day).getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", impossible);
        }
    }

    private static boolean same(String shown, String right) {
        return MessageDigest.isEqual(shown.getBytes(UTF_8), right.getBytes(UTF_8));
    }
}
