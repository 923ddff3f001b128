package dev.coalmine.commands.timeline;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The newest entries of a record as a message. */
@Component
class TimelineView {

    // Beyond 4,000 characters Slack folds a message or cuts it.
    private static final int MESSAGE = 3_800;
    private static final int LINE = 300;

    private final Timeline timeline;

    TimelineView(Timeline timeline) {
        this.timeline = timeline;
    }

    String latest(long incident, int most) {
        var entries = timeline.latest(incident, Math.clamp(most, 1, 100));
        var lines = fitting(entries.stream().map(TimelineView::line).toList());
        var left = timeline.end(incident).length() - lines.size();
        return String.join("\n", lines)
                + (left > 0 ? "\n_Earlier entries: %d; `/incident export` gives all of them._".formatted(left) : "");
    }

    private static List<String> fitting(List<String> lines) {
        var kept = new ArrayList<String>();
        var room = MESSAGE;
        for (var line : lines.reversed()) {
            room -= line.length() + 1;
            if (room < 0 && !kept.isEmpty()) {
                break;
            }
            kept.addFirst(line);
        }
        return kept;
    }

    private static String line(Entry entry) {
        return "`%d` %s %s%s%s"
                .formatted(
                        entry.number(),
                        Shown.time(entry.happened()),
                        entry.corrects() == null ? "" : "_corrects %d:_ ".formatted(entry.corrects()),
                        Shown.signed(Markup.clip(entry.words().replace('\n', ' '), LINE), entry.person()),
                        entry.link() == null ? "" : " <%s|link>".formatted(Links.safe(entry.link())));
    }
}
