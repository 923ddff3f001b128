package dev.coalmine.bot.web;

import dev.coalmine.bot.secrets.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares what a caller shows with the operator's token. A script shows the token itself; a browser asks a person for it
 * and shows it as a password.
 */
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

    private final Tokens token;

    OperatorsToken(ApiSettings settings) {
        token = new Tokens(settings.secret().stream().toList());
    }

    Answer judge(@Nullable String authorization) {
        if (!token.present()) {
            return Answer.CLOSED;
        }
        return switch (token.judge(authorization)) {
            case NOTHING -> Answer.MISSING;
            case WRONG -> Answer.WRONG;
            case RIGHT -> Answer.RIGHT;
        };
    }
}
