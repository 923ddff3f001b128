package dev.coalmine.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
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

    private static final String SCHEME = "Bearer ";

    private final Optional<String> secret;

    OperatorsToken(ApiSettings settings) {
        secret = settings.secret();
    }

    Answer judge(@Nullable String authorization) {
        if (secret.isEmpty()) {
            return Answer.CLOSED;
        }
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Answer.MISSING;
        }
        var shown = authorization.substring(SCHEME.length()).strip();
        return isSecret(shown, secret.get()) ? Answer.RIGHT : Answer.WRONG;
    }

    // Takes as long for a nearly right token as for a wrong one.
    private static boolean isSecret(String shown, String secret) {
        return MessageDigest.isEqual(shown.getBytes(UTF_8), secret.getBytes(UTF_8));
    }
}
