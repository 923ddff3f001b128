package dev.coalmine.commands.reviews;

import dev.coalmine.commands.hypotheses.FiguresOf;
import dev.coalmine.commands.hypotheses.Ledger;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.timeline.ChainCheck;
import dev.coalmine.storage.timeline.Timeline;
import dev.coalmine.storage.timeline.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.exc.JacksonIOException;

/** Writes the whole record of an incident into a file, and says in the file whether its chain of seals holds. */
@Component
public class TimelineExport {

    private final Incidents incidents;
    private final Assignments assignments;
    private final Pages pages;
    private final Timeline timeline;
    private final Ledger ledger;
    private final FiguresOf figures;
    private final People people;
    private final Clock clock;

    TimelineExport(
            Incidents incidents,
            Assignments assignments,
            Pages pages,
            Timeline timeline,
            Ledger ledger,
            FiguresOf figures,
            People people,
            Clock clock) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.pages = pages;
        this.timeline = timeline;
        this.ledger = ledger;
        this.figures = figures;
        this.people = people;
        this.clock = clock;
    }

    /** What to call the file, in plain letters; empty when there is no such incident. */
    public Optional<String> fileName(long number, Format format) {
        return incidents.findById(number).map(it -> it.channelName() + "-timeline." + format.ending());
    }

    /**
     * Writes the record as it stands, entry by entry, so that its length does not matter. Leaves {@code to} open.
     *
     * @return what became of checking the chain, which also stands at the end of the file
     */
    public Verdict write(long number, Format format, OutputStream to) throws IOException {
        var incident = incidents
                .findById(number)
                .orElseThrow(() -> new Refused("There is no incident %d; `list recent` shows some.".formatted(number)));
        try {
            return write(summary(incident), writer(format, to));
        } catch (UncheckedIOException e) {
            throw new IOException("the reader of the export is gone", e);
        } catch (JacksonIOException e) {
            throw new IOException("the reader of the export is gone", e);
        }
    }

    private Verdict write(Summary summary, RecordWriter writer) {
        var number = summary.incident().number();
        var check = new ChainCheck(number);
        writer.begin(summary);
        var entries = new Correcting(timeline, writer);
        var end = timeline.forEach(number, entry -> {
            check.next(entry);
            entries.accept(entry);
        });
        entries.finish();
        var verdict = check.verdict(end);
        writer.end(verdict);
        return verdict;
    }

    private Summary summary(Incident incident) {
        var number = incident.number();
        return new Summary(
                incident,
                clock.instant(),
                assignments.history(number),
                pages.of(number),
                incidents.mergedInto(number),
                timeline.ofKind(number, "link"),
                ledger.of(number),
                figures.incident(incident));
    }

    private RecordWriter writer(Format format, OutputStream to) {
        var names = new Names(people);
        return switch (format) {
            case MD -> new MarkdownWriter(new Text(to), names);
            case CSV -> new CsvWriter(new Text(to), names);
            case JSON -> new JsonWriter(to, names);
        };
    }
}
