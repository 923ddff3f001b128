package dev.coalmine.commands.timeline;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes marked messages into the record, with their own time and link, and follows what becomes of them. Marking a
 * message twice, by whatever means, is one entry.
 */
@Component
class Capture {

    // Room for the words around it within what an entry holds.
    private static final int LONGEST = 40_000;

    private final Incidents incidents;
    private final Timeline timeline;
    private final Workspace workspace;
    private final CaptureSettings settings;
    private final Clock clock;

    Capture(Incidents incidents, Timeline timeline, Workspace workspace, CaptureSettings settings, Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.workspace = workspace;
        this.settings = settings;
        this.clock = clock;
    }

    /** The event does not say what the message says, so it is read first. */
    @EventListener
    void marked(Heard.Marked by) {
        if (settings.emoji().contains(by.emoji().replaceFirst("::.*", ""))) {
            unlessKept(by.channel(), by.ts())
                    .ifPresent(incident -> workspace.read(
                            incident.number(), by.channel(), by.ts(), by.person(), ":" + by.emoji() + ":"));
        }
    }

    /** Pinning says what the message says, but not where it can be seen. */
    @EventListener
    void pinned(Heard.Pinned by) {
        unlessKept(by.channel(), by.ts())
                .ifPresent(incident -> workspace.read(incident.number(), by.channel(), by.ts(), by.person(), "a pin"));
    }

    @EventListener
    void read(Heard.MessageRead message) {
        incidents.held(message.incident()).ifPresent(incident -> {
            incident.attend();
            keep(incident.number(), message);
        });
    }

    /** From the message shortcut, which says everything. */
    Reply keep(Heard.MessageRead message) {
        var incident = incidents.held(message.incident()).orElseThrow();
        incident.attend();
        return keep(incident.number(), message)
                .map(entry -> Reply.line("Entry %d of the timeline.".formatted(entry.number())))
                .orElse(Reply.line("That message is in the timeline already."));
    }

    @EventListener
    void edited(Heard.Edited message) {
        timeline.takenFrom(message.channel(), message.ts())
                .filter(entry -> !lastWords(entry).equals(text(message.text())))
                .ifPresent(entry -> correct(entry, "edited", message.person(), text(message.text())));
    }

    @EventListener
    void deleted(Heard.Deleted message) {
        timeline.takenFrom(message.channel(), message.ts())
                .filter(entry -> !lastKind(entry).equals("deleted"))
                .ifPresent(entry -> correct(entry, "deleted", null, "The message was deleted in Slack."));
    }

    private Optional<Incident> unlessKept(String channel, String ts) {
        return timeline.takenFrom(channel, ts).isPresent() ? Optional.empty() : incidents.findByChannel(channel);
    }

    private Optional<Entry> keep(long incident, Heard.MessageRead message) {
        if (timeline.takenFrom(message.channel(), message.ts()).isPresent()) {
            return Optional.empty();
        }
        if (message.author() != null) {
            workspace.meet(message.author());
        }
        workspace.meet(message.person());
        var words = message.text() == null ? "The message was gone before it could be kept." : text(message.text());
        return Optional.of(timeline.append(new Draft(incident, timeOf(message.ts()), "message", author(message), words)
                .linkedTo(message.link())
                .takenFrom(message.channel(), message.ts())));
    }

    private static @Nullable String author(Heard.MessageRead message) {
        return message.author() == null ? message.person() : message.author();
    }

    private void correct(Entry entry, String kind, @Nullable String person, String words) {
        timeline.append(new Draft(entry.incident(), clock.instant(), kind, person, words).correcting(entry.number()));
    }

    private String lastWords(Entry entry) {
        return timeline.corrections(entry.incident(), entry.number()).stream()
                .filter(correction -> correction.kind().equals("edited"))
                .reduce((_, later) -> later)
                .orElse(entry)
                .words();
    }

    private String lastKind(Entry entry) {
        return timeline.corrections(entry.incident(), entry.number()).stream()
                .reduce((_, later) -> later)
                .map(Entry::kind)
                .orElse("");
    }

    private static String text(String raw) {
        return Markup.clip(Markup.fromSlack(raw), LONGEST);
    }

    /** A message's timestamp in Slack is its time, in seconds with microseconds. */
    private static Instant timeOf(String ts) {
        var micros = new BigDecimal(ts).movePointRight(6).longValue();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
