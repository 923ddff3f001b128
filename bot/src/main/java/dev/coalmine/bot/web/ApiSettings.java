package dev.coalmine.bot.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may download.
 *
 * @param token the operator's bearer token; without one nothing is served
 */
@ConfigurationProperties("coalmine.api")
record ApiSettings(@Nullable String token) {

    Optional<String> secret() {
        return Optional.ofNullable(token).map(String::strip).filter(it -> !it.isEmpty());
    }

    @Override
    public String toString() {
        return "ApiSettings[%s]".formatted(secret().isPresent() ? "with a token" : "no token");
    }
}
