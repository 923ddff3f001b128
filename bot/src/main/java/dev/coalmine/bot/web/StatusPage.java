package dev.coalmine.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.commands.doctor.Examination;
import dev.coalmine.commands.incidents.ForPrograms;
import dev.coalmine.commands.outbox.DeadLetters;
import dev.coalmine.commands.outbox.WaitingLine;
import dev.coalmine.commands.workspace.SlackAway;
import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.rules.Sha256;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How Coalmine is, for operators with a browser: the page that works while Slack does not. */
@RestController
class StatusPage {

    private static final Logger log = LoggerFactory.getLogger(StatusPage.class);
    private static final int LETTERS = 50;
    private static final int INCIDENTS = 100;
    private static final String POLICY = "default-src 'none'; style-src 'sha256-%s'; img-src data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final OperatorsToken token;
    private final FormToken formToken;
    private final Examination examination;
    private final Outbox outbox;
    private final WaitingLine waiting;
    private final DeadLetters letters;
    private final ForPrograms incidents;
    private final ObjectProvider<SlackAway> away;
    private final Clock clock;
    private final String policy =
            POLICY.formatted(Base64.getEncoder().encodeToString(Sha256.of(StatusDrawing.STYLE.getBytes(UTF_8))));

    StatusPage(
            OperatorsToken token,
            FormToken formToken,
            Examination examination,
            Outbox outbox,
            WaitingLine waiting,
            DeadLetters letters,
            ForPrograms incidents,
            ObjectProvider<SlackAway> away,
            Clock clock) {
        this.token = token;
        this.formToken = formToken;
        this.examination = examination;
        this.outbox = outbox;
        this.waiting = waiting;
        this.letters = letters;
        this.incidents = incidents;
        this.away = away;
        this.clock = clock;
    }

    @GetMapping(path = {"/", "/status"})
    ResponseEntity<String> show(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(required = false) @Nullable String sent) {
        return switch (token.judge(authorization)) {
            case CLOSED -> page(HttpStatus.OK, StatusDrawing.closed());
            case MISSING, WRONG -> page(HttpStatus.UNAUTHORIZED, StatusDrawing.refused());
            case RIGHT -> page(HttpStatus.OK, StatusDrawing.page(status(), formToken.now(), news(sent)));
        };
    }

    /** Sends one message again, or all that were given up. */
    @PostMapping("/status/again")
    ResponseEntity<String> again(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(name = "token", defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String which) {
        return switch (token.judge(authorization)) {
            case CLOSED -> page(HttpStatus.NOT_FOUND, StatusDrawing.closed());
            case MISSING, WRONG -> page(HttpStatus.UNAUTHORIZED, StatusDrawing.refused());
            case RIGHT ->
                formToken.isGood(shown)
                        ? seeOther(sendAgain(which))
                        : page(HttpStatus.FORBIDDEN, StatusDrawing.refused());
        };
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<String> withoutTheRecord(RuntimeException trouble) {
        log.warn("The status page cannot read the record: {}", trouble.toString());
        return page(HttpStatus.SERVICE_UNAVAILABLE, StatusDrawing.withoutTheRecord());
    }

    private int sendAgain(String which) {
        if (which.equals("all")) {
            return letters.sendAllAgain();
        }
        try {
            letters.sendAgain(which.matches("\\d{1,18}") ? Long.parseLong(which) : -1);
            return 1;
        } catch (Refused gone) {
            // Somebody else was faster; the page shows how it is now.
            return 0;
        }
    }

    private Status status() {
        var reach = away.stream().findFirst();
        return new Status(
                clock.instant(),
                reach.flatMap(SlackAway::since).orElse(null),
                reach.map(SlackAway::why).orElse(""),
                waiting.rows(),
                outbox.backlog().dead(),
                letters.latest(LETTERS),
                examination.findings(),
                incidents.open(INCIDENTS));
    }

    private static @Nullable String news(@Nullable String sent) {
        return sent == null || !sent.matches("\\d{1,9}") ? null : "Sent again: %s.".formatted(sent);
    }

    private ResponseEntity<String> page(HttpStatus status, String html) {
        var answer = ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .headers(this::guard);
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"coalmine\", charset=\"UTF-8\"");
        }
        return answer.body(html);
    }

    private ResponseEntity<String> seeOther(int sent) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .headers(this::guard)
                .location(URI.create("/status?sent=" + sent))
                .build();
    }

    private void guard(HttpHeaders headers) {
        headers.setCacheControl("no-store");
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
