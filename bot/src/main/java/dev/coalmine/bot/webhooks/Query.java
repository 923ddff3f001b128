package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark of an address. The servlet's own reading might take the body for a form. */
final class Query {

    private Query() {}

    static @Nullable String first(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst()
                .orElse(null);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
