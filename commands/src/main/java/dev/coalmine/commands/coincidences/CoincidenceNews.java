package dev.coalmine.commands.coincidences;

import dev.coalmine.commands.changes.Beginning;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.coincidences.Coincidences;
import dev.coalmine.storage.coincidences.SeenCoincidence;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Tells an incident what stood beside its beginning, as far as that is seldom; what is found later or has become larger
 * is told then. What was believed at the time stays in the timeline.
 */
@Component
class CoincidenceNews {

    private static final int LINES = 3;
    // What was said is said again when so much more of it has become known.
    private static final double LARGER = 1.5;

    private final Incidents incidents;
    private final Surroundings surroundings;
    private final Coincidences coincidences;
    private final Recurrences recurrences;
    private final Timeline timeline;
    private final Workspace workspace;

    CoincidenceNews(
            Incidents incidents,
            Surroundings surroundings,
            Coincidences coincidences,
            Recurrences recurrences,
            Timeline timeline,
            Workspace workspace) {
        this.incidents = incidents;
        this.surroundings = surroundings;
        this.coincidences = coincidences;
        this.recurrences = recurrences;
        this.timeline = timeline;
        this.workspace = workspace;
    }

    /** The incident is held only once there is something to tell: what is read before may take a while. */
    void look(long number) {
        incidents.findById(number).filter(it -> it.stage().open()).ifPresent(incident -> {
            var began = Beginning.of(incident);
            var seldom =
                    surroundings.of(began).stream().filter(Coincidence::seldom).toList();
            if (!seldom.isEmpty()) {
                incidents.held(number).ifPresent(held -> keep(held, seldom, began));
            }
        });
    }

    private void keep(Incident incident, List<Coincidence> seldom, Instant began) {
        var known = coincidences.of(incident.number()).stream()
                .collect(Collectors.toMap(SeenCoincidence::subject, Function.identity()));
        var fresh = seldom.stream().filter(it -> isNews(it, known)).toList();
        var said = fresh.stream().filter(Coincidence::remarkable).limit(LINES).toList();
        fresh.forEach(it -> coincidences.keep(it.seenBeside(incident.number(), began, said.contains(it))));
        tell(incident, said, began);
        fresh.forEach(it -> recurrences.look(incident, it, began));
    }

    private static boolean isNews(Coincidence found, Map<String, SeenCoincidence> known) {
        var before = known.get(found.subject());
        return before == null || found.size() >= LARGER * before.size();
    }

    private void tell(Incident incident, List<Coincidence> said, Instant began) {
        if (said.isEmpty()) {
            return;
        }
        var lines = new ArrayList<String>();
        lines.add("*Shortly before it began, and seldom otherwise* (a coincidence until somebody shows more)");
        for (var it : said) {
            var line = it.line(began);
            lines.add("• " + line);
            timeline.append(new Draft(incident.number(), it.last(), "coincidence", null, line + "."));
        }
        workspace.say(incident.number(), String.join("\n", lines));
    }
}
