package dev.coalmine.bot.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of a request, and what stands behind the question mark of its address. */
@FunctionalInterface
public interface Headers {

    static Headers of(HttpServletRequest request) {
        return new Headers() {
            @Override
            public List<String> all(String name) {
                return Collections.list(request.getHeaders(name));
            }

            @Override
            public @Nullable String parameter(String name) {
                return Query.first(request.getQueryString(), name);
            }
        };
    }

    /** All values of that name, in their order; upper and lower case are the same. */
    List<String> all(String name);

    /** The first value of that name. */
    default @Nullable String first(String name) {
        var values = all(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The first value of that name in the address. */
    default @Nullable String parameter(String name) {
        return null;
    }
}
