package dev.coalmine.bot.heartbeats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.commands.heartbeats.Beats;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The door for beats: {@code /hooks/heartbeat/<token>}. Many senders can only GET, so that is a beat as well as POST. Bodies
 * are not read.
 */
class BeatDoor extends HttpServlet {

    static final String PATH = "/hooks/heartbeat/";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(BeatDoor.class);
    private static final Set<String> METHODS = Set.of("GET", "POST");
    // A token has 43; nobody needs to have more looked up.
    private static final int LONGEST = 200;

    private final transient Beats beats;
    private final transient MeterRegistry meters;

    BeatDoor(Beats beats, MeterRegistry meters) {
        this.beats = beats;
        this.meters = meters;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, POST");
            answer(response, 405, "{\"ok\":false,\"error\":\"GET or POST it.\"}");
            return;
        }
        try {
            if (taken(request.getRequestURI())) {
                answer(response, 200, "{\"ok\":true}");
            } else {
                answer(response, 404, "{\"ok\":false,\"error\":\"There is no such heartbeat.\"}");
            }
        } catch (DataAccessException | TransactionException trouble) {
            LOG.warn("A beat could not be kept: {}", trouble.getClass().getSimpleName());
            response.setHeader("Retry-After", "5");
            answer(response, 503, "{\"ok\":false,\"error\":\"Not kept, please send it again.\"}");
        }
    }

    private boolean taken(String path) {
        var token = path.substring(path.indexOf(PATH) + PATH.length()).replaceFirst("/$", "");
        return !token.isEmpty() && token.length() <= LONGEST && beats.take(token);
    }

    private void answer(HttpServletResponse response, int status, String body) throws IOException {
        meters.counter("coalmine.heartbeats", "status", String.valueOf(status)).increment();
        response.setStatus(status);
        response.setContentType("application/json");
        // A proxy that keeps the answer would keep the next beat from coming here.
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write((body + "\n").getBytes(UTF_8));
    }
}
