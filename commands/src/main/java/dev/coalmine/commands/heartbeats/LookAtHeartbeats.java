package dev.coalmine.commands.heartbeats;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.outbox.Operators;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.heartbeats.Heartbeat;
import dev.coalmine.storage.heartbeats.Heartbeats;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Adds heartbeats, shows how they are, and takes them away. */
@Component
class LookAtHeartbeats implements Command {

    // Until somebody resumes it.
    private static final Duration FOR_GOOD = Duration.ofDays(36_500);

    private final Heartbeats heartbeats;
    private final HeartbeatLines lines;
    private final BeatAddress address;
    private final Operators operators;
    private final Catalog catalog;
    private final Workspace workspace;
    private final Clock clock;

    LookAtHeartbeats(
            Heartbeats heartbeats,
            HeartbeatLines lines,
            BeatAddress address,
            Operators operators,
            Catalog catalog,
            Workspace workspace,
            Clock clock) {
        this.heartbeats = heartbeats;
        this.lines = lines;
        this.address = address;
        this.operators = operators;
        this.catalog = catalog;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "heartbeat";
    }

    @Override
    public List<String> aliases() {
        return List.of("heartbeats");
    }

    @Override
    public String usage() {
        return "heartbeat [list] | add <name> every 5m [grace 2m] [service:payments] [severity:2] [alert:Watchdog]"
                + " | pause <name> [2h] | resume <name> | renew <name> | remove <name>";
    }

    @Override
    public String does() {
        return "Watches who is to say regularly that all is well; silence opens an incident.";
    }

    @Override
    public String example() {
        return "heartbeat add payments-ping every 5m grace 2m service:payments severity:2";
    }

    @Override
    public Topic topic() {
        return Topic.OPERATORS;
    }

    @Override
    public Reply run(Request request) {
        if (request.inPublic()) {
            throw new Refused("The address of a heartbeat is a secret; ask with `/incident heartbeat`.");
        }
        mustBeOperator(request.person());
        return switch (request.first().toLowerCase(Locale.ROOT)) {
            case "", "list" -> list();
            case "add" -> add(request.afterFirst());
            case "pause" -> pause(request.afterFirst());
            case "resume" -> resume(named(request.afterFirst()));
            case "renew" -> renew(named(request.afterFirst()));
            case "remove" -> remove(named(request.afterFirst()));
            default -> throw wrongUsage("A heartbeat can be added, paused, resumed, renewed and removed.");
        };
    }

    /** Unless operators are named, everybody may: it is for them that silence is noticed. */
    private void mustBeOperator(String person) {
        if (!operators.names().isEmpty() && !operators.include(person)) {
            throw new Refused("Heartbeats are for operators: %s. They are named in `coalmine.operators`."
                    .formatted(Markup.escape(String.join(", ", operators.names()))));
        }
    }

    private Reply list() {
        var all = heartbeats.all();
        return Reply.line(
                all.isEmpty()
                        ? "There is no heartbeat yet. `/incident heartbeat add payments-ping every 5m` makes one."
                        : all.stream().map(lines::line).collect(Collectors.joining("\n")));
    }

    private Reply add(Request request) {
        var line = HeartbeatLine.read(request.plain());
        line.mistake().ifPresent(mistake -> {
            throw wrongUsage(mistake);
        });
        var token = line.alert() == null ? FreshToken.fresh() : null;
        workspace.meet(request.person());
        if (!heartbeats.add(heartbeat(line, request.person()), token == null ? null : token.kept())) {
            throw new Refused("There is a heartbeat *%s* already; `heartbeat list` shows it.".formatted(line.name()));
        }
        return Reply.line("The heartbeat *%s* waits for its first beat. %s"
                .formatted(line.name(), token == null ? byAlert(line) : howTo(token)));
    }

    private Heartbeat heartbeat(HeartbeatLine line, String person) {
        var service = line.service();
        return new Heartbeat(
                line.name(),
                line.every() == null ? Duration.ZERO : line.every(),
                line.grace(),
                service == null ? null : catalog.properName(service),
                line.severity(),
                line.alert(),
                person,
                clock.instant(),
                null,
                0,
                null,
                null,
                null);
    }

    private static String byAlert(HeartbeatLine line) {
        return ("Each time that Alertmanager says that `%s` fires is a beat; it opens no page. Its `repeat_interval`"
                        + " must be shorter than the heartbeat's period.")
                .formatted(Markup.escape(String.valueOf(line.alert())));
    }

    /** In code, so that Slack does not look at the address, which would be a beat. */
    private String howTo(FreshToken token) {
        return "Its address is a secret, shown now and never again; `POST` or `GET` it:\n```curl -fsS -X POST %s```"
                .formatted(address.of(token.shown()));
    }

    private Reply pause(Request request) {
        var it = named(request);
        var time = request.rest().isBlank()
                ? FOR_GOOD
                : Spans.read(request.rest().replaceFirst("(?i)^for\\s+", ""))
                        .orElseThrow(() -> wrongUsage("Say for how long, such as `2h`, or nothing."));
        var now = clock.instant();
        heartbeats.pause(it.name(), now.plus(time), now);
        return Reply.line("The heartbeat *%s* may be silent %s."
                .formatted(it.name(), time.equals(FOR_GOOD) ? "until it is resumed" : "for " + Spans.words(time)));
    }

    private Reply resume(Heartbeat it) {
        heartbeats.pause(it.name(), null, clock.instant());
        return Reply.line(
                "The heartbeat *%s* is watched again, and has its full time from now on.".formatted(it.name()));
    }

    private Reply renew(Heartbeat it) {
        if (it.alert() != null) {
            throw new Refused("The heartbeat *%s* has no address: an alert is its beat.".formatted(it.name()));
        }
        var token = FreshToken.fresh();
        heartbeats.renew(it.name(), token.kept());
        return Reply.line("The heartbeat *%s* has another address; the one before is good until this one is used. %s"
                .formatted(it.name(), howTo(token)));
    }

    private Reply remove(Heartbeat it) {
        heartbeats.remove(it.name());
        return Reply.line("The heartbeat *%s* is gone. An incident that it opened stays.".formatted(it.name()));
    }

    private Heartbeat named(Request request) {
        var name = request.first().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            throw wrongUsage("Name the heartbeat.");
        }
        return heartbeats
                .named(name)
                .orElseThrow(() -> new Refused("There is no heartbeat “%s”. `/incident heartbeat list` shows all."
                        .formatted(Markup.clip(name, 80))));
    }
}
