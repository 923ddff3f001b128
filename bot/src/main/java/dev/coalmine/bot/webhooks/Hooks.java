package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.storage.pages.AlertLog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for alert sources: {@code POST /hooks/<source>}.
 *
 * <p>Checks, keeps and answers; all else happens afterwards, as some sources wait for one second only. What is authentic
 * is accepted even if it makes no sense, because some sources fall silent for a day when they are refused.
 */
@RestController
class Hooks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    // PagerDuty waits for five seconds; above the two seconds that the log takes at most, below four.
    private static final Duration PATIENCE = Duration.ofMillis(3_500);
    private static final String RETRY_SECONDS = "5";

    // A sender that is cut off while it sends may never read why.
    private static final long MOST_READ_IN_VAIN = 32L << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, AlertSource> sources;
    private final AlertLog log;
    private final AlertLogReader reader;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ExecutorService appenders = Executors.newVirtualThreadPerTaskExecutor();

    Hooks(List<AlertSource> sources, AlertLog log, AlertLogReader reader, Clock clock, MeterRegistry meters) {
        this.sources = sources.stream().collect(Collectors.toMap(AlertSource::name, Function.identity()));
        this.log = log;
        this.reader = reader;
        this.clock = clock;
        this.meters = meters;
    }

    @PostMapping("/hooks/{source}")
    ResponseEntity<String> receive(
            @PathVariable String source, @RequestHeader HttpHeaders headers, HttpServletRequest request)
            throws IOException {
        var known = sources.get(source);
        if (known == null) {
            return refusal(HttpStatus.NOT_FOUND, "There is no such source of alerts.");
        }
        var answer = known.configured() ? receive(known, headers, request) : closed(known);
        meters.counter(
                        "coalmine.hooks",
                        "source",
                        known.name(),
                        "status",
                        String.valueOf(answer.getStatusCode().value()))
                .increment();
        return answer;
    }

    @RequestMapping(
            path = "/hooks/{source}",
            method = {
                RequestMethod.GET,
                RequestMethod.HEAD,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE,
                RequestMethod.OPTIONS
            })
    ResponseEntity<Void> otherwise() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.POST)
                .build();
    }

    /** Appends that are under way are not interrupted: that could close H2's file under everybody. */
    @Override
    public void close() {
        appenders.shutdown();
    }

    private ResponseEntity<String> receive(AlertSource source, HttpHeaders headers, HttpServletRequest request)
            throws IOException {
        var body = body(source, request);
        if (body.isEmpty()) {
            return refused(
                    source, HttpStatus.CONTENT_TOO_LARGE, "The body is larger than %s.".formatted(source.limit()));
        }
        if (!source.authentic(headers, body.get())) {
            return refused(
                    source,
                    HttpStatus.UNAUTHORIZED,
                    "The request does not prove that it comes from %s.".formatted(source.name()));
        }
        try {
            var kept = source.keep(headers, text(body.get()));
            source.check(kept);
            return keep(source, source.delivery(headers).orElse(null), kept) ? accepted() : unavailable(source);
        } catch (Unreadable wrong) {
            return refused(source, HttpStatus.BAD_REQUEST, wrong.reason());
        }
    }

    /** The raw bytes, as signatures are over them; empty if there are too many, of which no more are held. */
    private static Optional<byte[]> body(AlertSource source, HttpServletRequest request) throws IOException {
        var limit = Math.toIntExact(source.limit().toBytes());
        var expected = request.getContentLengthLong();
        if (expected > limit && request.getHeader(HttpHeaders.EXPECT) != null) {
            // It asked before it sent.
            return Optional.empty();
        }
        var bytes = expected > limit ? new byte[0] : request.getInputStream().readNBytes(limit + 1);
        if (expected <= limit && bytes.length <= limit) {
            return Optional.of(bytes);
        }
        readInVain(request.getInputStream());
        return Optional.empty();
    }

    private static void readInVain(InputStream rest) throws IOException {
        var buffer = new byte[8_192];
        var left = MOST_READ_IN_VAIN;
        for (var read = 0; read >= 0 && left > 0; left -= read) {
            read = rest.read(buffer);
        }
    }

    /** UTF-8, whatever the content type says; some of them lie. */
    private static String text(byte[] body) {
        var text = new String(body, UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Whether it is committed. If not, or not known in time, the source sends it again, and is known by its own ids. */
    private boolean keep(AlertSource source, @Nullable String delivery, String kept) {
        var receivedAt = clock.instant();
        var appending = appenders.submit(() -> log.append(source.name(), delivery, receivedAt, kept));
        try {
            appending.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            reader.wake();
            return true;
        } catch (ExecutionException failure) {
            LOG.warn("An alert from {} could not be kept: {}", source.name(), Outline.of(failure.getCause()));
        } catch (TimeoutException slow) {
            LOG.warn("An alert from {} could not be kept within {} ms.", source.name(), PATIENCE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static ResponseEntity<String> accepted() {
        return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body("{\"ok\":true}\n");
    }

    private static ResponseEntity<String> closed(AlertSource source) {
        return refusal(
                HttpStatus.NOT_FOUND, "%s is not configured: set %s.".formatted(source.name(), source.setting()));
    }

    private static ResponseEntity<String> unavailable(AlertSource source) {
        var refusal =
                refusal(HttpStatus.SERVICE_UNAVAILABLE, "%s: not kept, please send it again.".formatted(source.name()));
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(refusal.getBody());
    }

    private static ResponseEntity<String> refused(AlertSource source, HttpStatus status, String reason) {
        LOG.info("A request for {} was refused with {}.", source.name(), status.value());
        return refusal(status, reason);
    }

    private static ResponseEntity<String> refusal(HttpStatus status, String reason) {
        var body = Json.object().put("ok", false).put("error", reason).toString();
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body + "\n");
    }
}
