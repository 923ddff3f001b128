package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.faults.Fault;
import dev.coalmine.sandbox.json.Json;
import io.javalin.http.Context;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletApiRequest;

/** How a call goes wrong. */
final class Breakage {

    private Breakage() {}

    /** What the log says of it. */
    static String of(Fault fault, Context context) {
        switch (fault.kind()) {
            case RATELIMITED -> {
                ratelimited(context, fault.duration());
                answer(context, "ratelimited");
            }
            case HTTP_500 -> context.status(500).result("Internal Server Error");
            case HTTP_503 -> context.status(503).result("Service Unavailable");
            case HANG -> hang(fault.duration(), context);
            case ERROR -> answer(context, fault.error());
            case RESET_AFTER, LATE, DUPLICATE_EVENTS, REORDER_EVENTS, DROP_EVENTS_ACK, REFUSE_CONNECTIONS ->
                throw new IllegalArgumentException(fault.kind() + " is no way for a call to go wrong");
        }
        return fault.kind().word();
    }

    static void ratelimited(Context context, Duration wait) {
        var seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
        context.status(429).header("Retry-After", String.valueOf(seconds));
    }

    private static void answer(Context context, String error) {
        context.contentType("application/json; charset=utf-8")
                .result(Json.bytes(Json.object().put("ok", false).put("error", error)));
    }

    private static void hang(Duration time, Context context) {
        pause(time);
        cut(context);
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the connection so that the other side sees a reset. */
    static void cut(Context context) {
        var endPoint = request(context.req())
                .getRequest()
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // Then it is closed politely, which is also the end of it.
            }
        }
        endPoint.close();
    }

    private static ServletApiRequest request(ServletRequest request) {
        return request instanceof ServletRequestWrapper wrapper
                ? request(wrapper.getRequest())
                : (ServletApiRequest) request;
    }
}
