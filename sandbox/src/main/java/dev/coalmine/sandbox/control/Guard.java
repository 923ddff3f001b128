package dev.coalmine.sandbox.control;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps other web sites out: a page elsewhere must not act here through the browser of somebody who runs a sandbox, be
 * it with a request of its own or with a host name that it points at this machine.
 */
public final class Guard {

    private final Set<String> hosts;

    public Guard(String url) {
        hosts = Stream.of(
                        "localhost",
                        "127.0.0.1",
                        "[::1]",
                        String.valueOf(URI.create(url).getHost()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** False, and an answer that says why, when the request is not from here. */
    public boolean lets(Context context) {
        var origin = context.header("Origin");
        var ours = hosts.contains(withoutPort(String.valueOf(context.host())))
                && (origin == null || origin.equals("http://" + context.host()));
        if (!ours) {
            context.status(403)
                    .contentType("text/plain; charset=utf-8")
                    .result("Only from this machine: %s. Set SANDBOX_URL to open it to another name.".formatted(hosts))
                    .skipRemainingHandlers();
        }
        return ours;
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }
}
