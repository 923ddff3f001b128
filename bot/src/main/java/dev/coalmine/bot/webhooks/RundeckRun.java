package dev.coalmine.bot.webhooks;

import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Change.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Rundeck notifies of: a job began to run, or has run. It notifies once only and changes nothing for being refused,
 * so whatever is missing is done without.
 *
 * @param trigger start, success, failure, avgduration or onretryablefailure
 * @param status running, succeeded, failed, aborted and the like
 * @param execution the number of the run
 */
record RundeckRun(
        @Nullable String trigger,
        @Nullable String status,
        String execution,
        @Nullable String project,
        @Nullable String group,
        @Nullable String job,
        @Nullable String user,
        @Nullable String service,
        @Nullable String link,
        Optional<Instant> started,
        Optional<Instant> ended) {

    /** Whether it is Rundeck that speaks. */
    static boolean is(JsonNode body) {
        return body.path("execution").isObject()
                && Json.first(Json.text(body, "executionId"), Json.text(body, "execution", "id")) != null;
    }

    static RundeckRun of(JsonNode body) {
        var run = body.path("execution");
        return new RundeckRun(
                Json.text(body, "trigger"),
                Json.first(Json.text(body, "status"), Json.text(run, "status")),
                Objects.requireNonNull(Json.first(Json.text(run, "id"), Json.text(body, "executionId"))),
                Json.first(Json.text(run, "project"), Json.text(run, "job", "project")),
                Json.text(run, "job", "group"),
                Json.text(run, "job", "name"),
                Json.text(run, "user"),
                Json.first(Json.text(run, "job", "options", "service"), Json.text(body, "service")),
                Json.first(Json.text(run, "permalink"), Json.text(run, "href")),
                time(run, "date-started"),
                time(run, "date-ended"));
    }

    private static Optional<Instant> time(JsonNode run, String name) {
        return Times.read(run, name, "unixtime").or(() -> Times.read(run, name, "date"));
    }

    /** None for what says only that a run takes long. */
    List<Change> changes(Instant receivedAt) {
        if ("avgduration".equals(trigger)) {
            return List.of();
        }
        var at = Times.trusted(started, receivedAt);
        return List.of(new Change(
                at,
                over() ? end(at, receivedAt) : null,
                receivedAt,
                Kind.RUN,
                words(),
                service,
                user,
                over() ? status : null,
                link,
                ReportedChanges.NAME,
                "rundeck:%s:%s".formatted(Objects.toString(project, ""), execution)));
    }

    private boolean over() {
        return !"start".equals(trigger) && !"running".equals(status);
    }

    /** What is notified of at the end is over now, if nothing else is said. */
    private Instant end(Instant at, Instant receivedAt) {
        var end = Times.trusted(ended, receivedAt);
        return end.isBefore(at) ? at : end;
    }

    private String words() {
        var name = Stream.of(group, job).filter(Objects::nonNull).collect(Collectors.joining("/"));
        var shown = name.isEmpty() ? "a command" : name;
        return project == null ? shown : "%s: %s".formatted(project, shown);
    }
}
