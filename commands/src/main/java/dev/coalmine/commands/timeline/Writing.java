package dev.coalmine.commands.timeline;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Times;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Writes what people say into the record. */
@Component
class Writing {

    private static final Pattern AT =
            Pattern.compile("(?s)(.*\\S)\\s+at\\s+([0-9][0-9T: Zz.+-]*(?:utc)?)", Pattern.CASE_INSENSITIVE);

    private final Timeline timeline;
    private final Times times;
    private final Workspace workspace;
    private final Clock clock;

    Writing(Timeline timeline, Times times, Workspace workspace, Clock clock) {
        this.timeline = timeline;
        this.times = times;
        this.workspace = workspace;
        this.clock = clock;
    }

    Reply note(long incident, String words, String person) {
        return write(incident, "note", words, person);
    }

    Reply surprise(long incident, String words, String person) {
        return write(incident, "surprise", words, person);
    }

    /** The original stays; the correction stands beside it. */
    Reply amend(long incident, int entry, String words, String person) {
        var original = timeline.entry(incident, entry)
                .orElseThrow(() -> new Refused(
                        "There is no entry %d. `/incident timeline` shows their numbers.".formatted(entry)));
        if (original.corrects() != null) {
            throw new Refused("Entry %d corrects entry %d; amend that one.".formatted(entry, original.corrects()));
        }
        workspace.meet(person);
        var written =
                timeline.append(new Draft(incident, clock.instant(), "correction", person, words).correcting(entry));
        return Reply.line("Entry %d corrects entry %d; the original stays.".formatted(written.number(), entry));
    }

    private Reply write(long incident, String kind, String words, String person) {
        workspace.meet(person);
        var at = AT.matcher(words);
        var time = at.matches() ? times.read(at.group(2), person) : Optional.<Instant>empty();
        if (time.isPresent() && time.get().isAfter(clock.instant())) {
            throw new Refused("%s is in the future.".formatted(at.group(2)));
        }
        var text = time.isPresent() ? at.group(1) : words;
        var entry = timeline.append(new Draft(incident, time.orElseGet(clock::instant), kind, person, text));
        return Reply.line("Entry %d of the timeline%s."
                .formatted(
                        entry.number(), time.map(t -> ", at " + Shown.time(t)).orElse("")));
    }
}
