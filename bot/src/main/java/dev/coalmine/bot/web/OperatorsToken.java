package dev.coalmine.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what a caller shows with the operator's token. */
@Component
class OperatorsToken {

    /** What a caller's {@code Authorization} header comes to. */
    enum Answer {
        /** There is no token, so there is nothing to be let in to. */
        CLOSED,
        MISSING,
        WRONG,
        RIGHT
    }

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final Optional<String> secret;

    OperatorsToken(ApiSettings settings) {
        secret = settings.secret();
    }

    Answer judge(@Nullable String authorization) {
        if (secret.isEmpty()) {
            return Answer.CLOSED;
        }
        return shown(authorization)
                .map(shown -> isSecret(shown, secret.get()) ? Answer.RIGHT : Answer.WRONG)
                .orElse(Answer.MISSING);
    }

    /** A script shows the token itself; a browser asks a person for it and shows it as a password. */
    private static Optional<String> shown(@Nullable String authorization) {
        return after(BEARER, authorization).or(() -> after(BASIC, authorization).map(OperatorsToken::password));
    }

    private static Optional<String> after(String scheme, @Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length())
                ? Optional.of(authorization.substring(scheme.length()).strip())
                : Optional.empty();
    }

    private static String password(String credentials) {
        try {
            var decoded = new String(Base64.getDecoder().decode(credentials), UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    // Takes as long for a nearly right token as for a wrong one.
    private static boolean isSecret(String shown, String secret) {
        return MessageDigest.isEqual(shown.getBytes(UTF_8), secret.getBytes(UTF_8));
    }
}
