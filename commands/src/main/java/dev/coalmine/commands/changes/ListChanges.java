package dev.coalmine.commands.changes;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Changes;
import dev.coalmine.storage.changes.KeptChange;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who changed what, and takes down what people say they changed. */
@Component
class ListChanges implements Command {

    private static final Duration IN_AN_INCIDENT = Duration.ofHours(1);
    private static final Duration ELSEWHERE = Duration.ofHours(3);
    private static final Duration LONGEST = Duration.ofDays(31);
    // Beyond 4,000 characters Slack folds a message.
    private static final int LINES = 20;
    private static final int MOST = 1_000;

    private final Changes changes;
    private final Concerning concerning;
    private final Incidents incidents;
    private final Catalog catalog;
    private final ChangeWriter writer;
    private final Clock clock;

    ListChanges(
            Changes changes,
            Concerning concerning,
            Incidents incidents,
            Catalog catalog,
            ChangeWriter writer,
            Clock clock) {
        this.changes = changes;
        this.concerning = concerning;
        this.incidents = incidents;
        this.catalog = catalog;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "changes";
    }

    @Override
    public String usage() {
        return "changes [service] [30m] | changes add <what> [service:checkout] [kind:flag] [at 10:14]";
    }

    @Override
    public String does() {
        return "Lists what changed shortly before the incident began, or lately; `add` writes a change down.";
    }

    @Override
    public String example() {
        return "changes add Turned the new cache on service:checkout kind:flag at 10:14";
    }

    @Override
    public Topic topic() {
        return Topic.ANYWHERE;
    }

    @Override
    public Reply run(Request request) {
        if (request.first().equalsIgnoreCase("add")) {
            return add(request.afterFirst());
        }
        var wanted = wanted(request);
        return about(request).map(incident -> before(incident, wanted)).orElseGet(() -> lately(wanted));
    }

    private Reply add(Request request) {
        var written = WrittenChange.read(request.plain())
                .orElseThrow(() -> wrongUsage("A kind is deployment, flag, configuration, run or other."));
        if (written.what().isBlank()) {
            throw wrongUsage("Say what was changed.");
        }
        // Whoever adds it in an incident's channel takes part in it.
        var incident = about(request).map(_ -> concerning.change(request));
        return writer.write(written, request.person(), incident);
    }

    private Optional<Incident> about(Request request) {
        return request.incident() == null
                ? incidents.findByChannel(request.channel())
                : Optional.of(concerning.read(request));
    }

    private Wanted wanted(Request request) {
        String service = null;
        Duration span = null;
        for (var word : request.isEmpty() ? new String[0] : request.plain().split("\\s+")) {
            var read = Spans.read(word);
            if (read.isPresent()) {
                span = read.filter(it -> it.compareTo(LONGEST) <= 0)
                        .orElseThrow(() -> wrongUsage("At most 31 days at once."));
            } else if (service == null) {
                service = catalog.properName(word.replaceFirst("(?i)^service:", ""));
            } else {
                throw wrongUsage("Name one service, or a length of time, or both.");
            }
        }
        return new Wanted(service, span);
    }

    private Reply before(Incident incident, Wanted wanted) {
        var began = Beginning.of(incident);
        var span = wanted.span() == null ? IN_AN_INCIDENT : wanted.span();
        var until = incident.timeOf(Moment.RESOLVED).orElseGet(clock::instant);
        var found = found(wanted, began.minus(span), until);
        return reply(
                "from %s before incident %d began".formatted(Spans.words(span), incident.number()),
                wanted,
                found.stream().map(change -> Described.line(change, began)).toList());
    }

    private Reply lately(Wanted wanted) {
        var span = wanted.span() == null ? ELSEWHERE : wanted.span();
        var now = clock.instant();
        var found = found(wanted, now.minus(span), now);
        return reply(
                "in the last %s".formatted(Spans.words(span)),
                wanted,
                found.stream().map(Described::line).toList());
    }

    private List<Change> found(Wanted wanted, Instant from, Instant until) {
        return changes.between(from, until.plusMillis(1), MOST).stream()
                .map(KeptChange::change)
                .filter(wanted::fits)
                .toList();
    }

    private static Reply reply(String when, Wanted wanted, List<String> lines) {
        var what = wanted.service() == null ? "" : " of " + Markup.escape(wanted.service());
        if (lines.isEmpty()) {
            return Reply.line("No change%s is known %s. Programs tell of theirs by `POST /hooks/changes`, people by"
                            .formatted(what, when)
                    + " `/incident changes add …`.");
        }
        var shown = lines.stream().limit(LINES).collect(Collectors.joining("\n"));
        var more = lines.size() > LINES ? "\nAnd %d older ones.".formatted(lines.size() - LINES) : "";
        return Reply.line("*Changed%s %s*\n%s%s".formatted(what, when, shown, more));
    }

    /** What is asked for. */
    private record Wanted(
            @Nullable String service, @Nullable Duration span) {

        boolean fits(Change change) {
            return service == null || service.equalsIgnoreCase(change.service());
        }
    }
}
