package dev.coalmine.bot.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of a request. */
@FunctionalInterface
public interface Headers {

    static Headers of(HttpServletRequest request) {
        return name -> Collections.list(request.getHeaders(name));
    }

    /** All values of that name, in their order; upper and lower case are the same. */
    List<String> all(String name);

    /** The first value of that name. */
    default @Nullable String first(String name) {
        var values = all(name);
        return values.isEmpty() ? null : values.getFirst();
    }
}
