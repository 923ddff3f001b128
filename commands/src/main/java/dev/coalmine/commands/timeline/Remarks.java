package dev.coalmine.commands.timeline;

import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes that come from a program rather than from Slack, as when Slack is away. */
@Component
public class Remarks {

    private final Incidents incidents;
    private final Timeline timeline;
    private final People people;
    private final Clock clock;

    Remarks(Incidents incidents, Timeline timeline, People people, Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Writes a note, in the caller's transaction.
     *
     * @param text plain text
     * @param by e-mail address, handle, name or Slack id of whoever says it; one who is not known is named in the words
     * @param at when it was; null is now
     * @return empty when there is no such incident
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Entry> note(long number, String text, @Nullable String by, @Nullable Instant at) {
        var now = clock.instant();
        if (at != null && at.isAfter(now)) {
            throw new Refused("“at” is in the future.");
        }
        return incidents.held(number).map(incident -> {
            incident.attend();
            return timeline.append(draft(number, text, by, at == null ? now : at));
        });
    }

    private Draft draft(long number, String text, @Nullable String by, Instant at) {
        var known = by == null ? Optional.<Person>empty() : people.theOneCalled(by.replaceFirst("^@", ""));
        var signature = by == null || known.isPresent() ? "" : " — " + by;
        return new Draft(number, at, "note", known.map(Person::id).orElse(null), Markup.escape(text + signature));
    }
}
