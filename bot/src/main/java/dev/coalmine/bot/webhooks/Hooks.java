package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.bot.metrics.AckTimer;
import dev.coalmine.bot.metrics.LogContext;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.Overloaded;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for alert sources: {@code POST /hooks/<source>}. A plain servlet, as it needs raw bytes, whatever the content
 * type says, and as little as possible between a storm and the log.
 *
 * <p>Checks, keeps and answers; all else happens afterwards, as some sources wait for one second only. What is authentic
 * is accepted even if it makes no sense, because some sources fall silent for a day when they are refused.
 */
class Hooks extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    // PagerDuty waits for five seconds; above the two seconds that the log takes at most, below four.
    private static final Duration PATIENCE = Duration.ofMillis(3_500);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final transient Map<String, AlertSource> sources;
    private final transient Bodies bodies;
    private final transient AlertLog log;
    private final transient List<AlertLogReader> readers;
    private final transient Clock clock;
    private final transient AckTimer timer;
    private final transient MeterRegistry meters;
    private final transient Timer appending;

    Hooks(
            List<AlertSource> sources,
            HookSettings settings,
            AlertLog log,
            List<AlertLogReader> readers,
            Clock clock,
            AckTimer timer,
            MeterRegistry meters) {
        this.sources = sources.stream().collect(Collectors.toMap(AlertSource::name, Function.identity()));
        this.bodies = new Bodies(settings.memory());
        this.log = log;
        this.readers = readers;
        this.clock = clock;
        this.timer = timer;
        this.meters = meters;
        this.appending = Timer.builder("coalmine.alerts.append")
                .description("From a body being there to its being committed")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (var _ = LogContext.of(delivery(request))) {
            timer.time("hook", () -> answered(request, response), HttpServletResponse::getStatus);
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception unknown) {
            throw new ServletException(unknown);
        }
    }

    /** The source's or a proxy's own id, if there is one. */
    private static String delivery(HttpServletRequest request) {
        var theirs = request.getHeader("X-Webhook-Id");
        var id = theirs == null ? request.getHeader("X-Request-Id") : theirs;
        return id == null ? Long.toHexString(ThreadLocalRandom.current().nextLong()) : id;
    }

    private HttpServletResponse answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            post(request).write(response);
        } else {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.setHeader("Allow", "POST");
        }
        return response;
    }

    private HookAnswer post(HttpServletRequest request) throws IOException {
        var source = sources.get(name(request));
        if (source == null) {
            return HookAnswer.refusal(404, "There is no such source of alerts.");
        }
        var answer = source.configured()
                ? receive(source, request)
                : HookAnswer.refusal(404, "%s is not configured: set %s.".formatted(source.name(), source.setting()));
        meters.counter("coalmine.hooks", "source", source.name(), "status", String.valueOf(answer.status()))
                .increment();
        return answer;
    }

    private static String name(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }

    private HookAnswer receive(AlertSource source, HttpServletRequest request) throws IOException {
        var headers = Headers.of(request);
        if (!source.promising(headers)) {
            return unproved(source);
        }
        return switch (bodies.read(request, source.limit())) {
            case Bodies.Outcome.NoRoom() -> unavailable(source, "memory");
            case Bodies.Outcome.TooLarge() ->
                refused(source, 413, "The body is larger than %s.".formatted(source.limit()));
            case Bodies.Outcome.Whole body -> {
                try (body) {
                    yield receive(source, headers, body.bytes());
                }
            }
        };
    }

    private HookAnswer receive(AlertSource source, Headers headers, byte[] body) {
        try {
            if (!source.authentic(headers, body)) {
                return unproved(source);
            }
            var kept = source.keep(headers, text(body));
            source.check(kept);
            return keep(source, source.delivery(headers).orElse(null), kept);
        } catch (Unreadable wrong) {
            return refused(source, 400, wrong.reason());
        } catch (ProofMissing later) {
            LOG.warn("A request for {} could not be judged: {}", source.name(), later.getMessage());
            return unavailable(source, "proof");
        }
    }

    /** UTF-8, whatever the content type says; some of them lie. */
    private static String text(byte[] body) {
        var text = new String(body, UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Accepted once it is committed. If not, or not known in time, the source sends it again, and is known by its own ids. */
    private HookAnswer keep(AlertSource source, @Nullable String delivery, String kept) {
        var began = System.nanoTime();
        try {
            var committed = log.append(source.name(), delivery, clock.instant(), kept);
            committed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            readers.forEach(AlertLogReader::wake);
            source.isKept(kept);
            return HookAnswer.ACCEPTED;
        } catch (Overloaded full) {
            return unavailable(source, "queue");
        } catch (ExecutionException failure) {
            LOG.warn("An alert from {} could not be kept: {}", source.name(), Outline.of(failure.getCause()));
            return unavailable(source, "database");
        } catch (TimeoutException slow) {
            LOG.warn("An alert from {} could not be kept within {} ms.", source.name(), PATIENCE.toMillis());
            return unavailable(source, "slow");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return unavailable(source, "stopping");
        } finally {
            appending.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private HookAnswer unavailable(AlertSource source, String reason) {
        meters.counter("coalmine.alerts.refused", "reason", reason).increment();
        return HookAnswer.later("%s: not kept, please send it again.".formatted(source.name()));
    }

    private static HookAnswer unproved(AlertSource source) {
        return refused(source, 401, "The request does not prove that it comes from %s.".formatted(source.name()));
    }

    private static HookAnswer refused(AlertSource source, int status, String reason) {
        LOG.info("A request for {} was refused with {}.", source.name(), status);
        return HookAnswer.refusal(status, reason);
    }
}
