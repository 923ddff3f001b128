package dev.coalmine.bot.web;

import dev.coalmine.commands.incidents.ForPrograms;
import dev.coalmine.commands.timeline.Remarks;
import dev.coalmine.commands.workspace.SlackAway;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.timeline.Entry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Incidents for programs, and for people while Slack is away: what is declared and noted here is recorded at once, and
 * told to Slack when Slack is there.
 */
@RestController
class IncidentsApi {

    private static final Logger log = LoggerFactory.getLogger(IncidentsApi.class);
    private static final String ONCE = "Idempotency-Key";
    private static final Set<String> NOTE = Set.of("text", "by", "at");
    private static final int LONGEST_NOTE = 10_000;
    private static final int MOST = 200;

    private final ApiDoor door;
    private final ForPrograms incidents;
    private final Remarks remarks;
    private final OnlyOnce once;
    private final TransactionTemplate transaction;
    private final PublicAddress address;
    private final ObjectProvider<SlackAway> away;

    IncidentsApi(
            ApiDoor door,
            ForPrograms incidents,
            Remarks remarks,
            OnlyOnce once,
            TransactionTemplate transaction,
            PublicAddress address,
            ObjectProvider<SlackAway> away) {
        this.door = door;
        this.incidents = incidents;
        this.remarks = remarks;
        this.once = once;
        this.transaction = transaction;
        this.address = address;
        this.away = away;
    }

    @PostMapping("/api/incidents")
    ResponseEntity<Map<String, Object>> declare(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = ONCE, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        door.letIn(authorization);
        var body = door.read(request, ReportReader.FIELDS);
        var report = ReportReader.read(body);
        var done = together(() -> once.run(
                key, "incidents", body.bytes(), () -> incidents.declare(report).number()));
        var shown = shown(incidents.find(done.made()).orElseThrow());
        return created(done, shown.links().get("self"), new LinkedHashMap<>(Map.of("incident", shown)));
    }

    @GetMapping("/api/incidents")
    Map<String, Object> list(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(defaultValue = "50") int most) {
        door.letIn(authorization);
        if (most < 1 || most > MOST) {
            throw ApiDoor.bad("“most” is 1 to %d.".formatted(MOST));
        }
        return Map.of(
                "incidents",
                together(() -> listed(list, most).stream().map(this::shown).toList()));
    }

    @GetMapping("/api/incidents/{number:\\d{1,18}}")
    ShownIncident show(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @PathVariable long number) {
        door.letIn(authorization);
        return together(() -> incidents.find(number).map(this::shown)).orElseThrow(() -> unknown(number));
    }

    @PostMapping("/api/incidents/{number:\\d{1,18}}/notes")
    ResponseEntity<Map<String, Object>> note(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = ONCE, required = false) @Nullable String key,
            @PathVariable long number,
            HttpServletRequest request)
            throws IOException {
        door.letIn(authorization);
        var body = door.read(request, NOTE);
        var text = body.text("text", LONGEST_NOTE);
        if (text == null) {
            throw ApiDoor.bad("A note needs a “text”: what happened.");
        }
        var by = body.text("by", 255);
        var at = time(body.text("at", 50));
        var done = together(
                () -> once.run(key, "notes of " + number, body.bytes(), () -> remarks.note(number, text, by, at)
                        .map(Entry::number)
                        .orElseThrow(() -> unknown(number))));
        var answer = new LinkedHashMap<String, Object>(Map.of("incident", number, "entry", done.made()));
        return created(done, "%s/api/incidents/%d".formatted(base(), number), answer);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ApiProblem problem) {
        return problem.answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return ApiDoor.bad(refused.reason()).answer();
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException trouble) {
        log.warn("A request of a program could not be recorded: {}", trouble.toString());
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The record cannot be reached, so nothing was changed. Send it again, with the same"
                                + " Idempotency-Key.")
                .answer();
    }

    private ResponseEntity<Map<String, Object>> created(
            OnlyOnce.Done done, @Nullable String location, Map<String, Object> answer) {
        answer.put("slack", slack());
        var created = ResponseEntity.created(URI.create(String.valueOf(location)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (done.before()) {
            created.header("Idempotent-Replayed", "true");
        }
        return created.body(answer);
    }

    private String slack() {
        return away.stream()
                .findFirst()
                .flatMap(SlackAway::since)
                .map("away since %s; it is told when it is back"::formatted)
                .orElse("told as soon as its limits allow");
    }

    private <T> T together(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    private List<Incident> listed(String list, int most) {
        return switch (list) {
            case "open" -> incidents.open(most);
            case "recent" -> incidents.recent(most);
            default -> throw ApiDoor.bad("“list” is open or recent.");
        };
    }

    private ShownIncident shown(Incident incident) {
        return ShownIncident.of(incident, incidents.commander(incident.number()).orElse(null), base());
    }

    private String base() {
        return address.publicUrl().replaceFirst("/+$", "");
    }

    private static @Nullable Instant time(@Nullable String at) {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeParseException wrong) {
            throw ApiDoor.bad("“at” is a time such as 2026-03-01T10:14:00Z.");
        }
    }

    private static ApiProblem unknown(long number) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "There is no incident %d.".formatted(number));
    }
}
