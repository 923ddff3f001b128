package dev.coalmine.commands.changes;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Times;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Changes;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down what people say they changed. */
@Component
class ChangeWriter {

    private final Changes changes;
    private final Timeline timeline;
    private final Catalog catalog;
    private final People people;
    private final Times times;
    private final Workspace workspace;
    private final Clock clock;

    ChangeWriter(
            Changes changes,
            Timeline timeline,
            Catalog catalog,
            People people,
            Times times,
            Workspace workspace,
            Clock clock) {
        this.changes = changes;
        this.timeline = timeline;
        this.catalog = catalog;
        this.people = people;
        this.times = times;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** With an entry in the timeline of the incident in whose channel it was said. */
    Reply write(WrittenChange written, String person, Optional<Incident> incident) {
        var now = clock.instant();
        var time = Optional.ofNullable(written.at()).flatMap(at -> times.read(at, person));
        if (time.filter(at -> at.isAfter(now)).isPresent()) {
            throw new Refused("%s is in the future.".formatted(written.at()));
        }
        workspace.meet(person);
        var change = change(time.isPresent() ? written : written.withoutTime(), time.orElse(now), now, person);
        changes.keep(List.of(change));
        incident.ifPresent(it -> keep(it, change, person));
        return Reply.line("Written down, at %s: %s.".formatted(Shown.time(change.at()), Described.words(change)));
    }

    private Change change(WrittenChange written, Instant at, Instant now, String person) {
        var service = written.service();
        return new Change(
                at,
                null,
                now,
                written.kind(),
                written.what(),
                service == null ? null : catalog.properName(service),
                people.nameOf(person),
                null,
                null,
                Change.BY_HAND,
                null);
    }

    private void keep(Incident incident, Change change, String person) {
        timeline.append(new Draft(incident.number(), change.at(), "change", person, Described.words(change) + "."));
    }
}
