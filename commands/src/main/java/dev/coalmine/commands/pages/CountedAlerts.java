package dev.coalmine.commands.pages;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.storage.pages.AlertTallies;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.pages.Tally;
import java.time.Instant;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one line for all that alerts changed in an incident and that was not said line by line. */
@Component
public class CountedAlerts {

    private final AlertTallies tallies;
    private final Pages pages;

    CountedAlerts(AlertTallies tallies, Pages pages) {
        this.tallies = tallies;
        this.pages = pages;
    }

    /** As it is now: what was counted from that time on, and how many alerts fire. */
    @Transactional(readOnly = true)
    public String line(long incident, Instant since) {
        var tally = tallies.find(incident, since).orElse(Tally.none(incident, since));
        var count = pages.count(incident);
        return "Since %s alerts changed %d more times: %s. Now %d of %d alerts fire. Each change is in the timeline."
                .formatted(Shown.time(since), tally.folded(), what(tally), count.firing(), count.all());
    }

    private static String what(Tally tally) {
        var parts = new ArrayList<String>();
        add(parts, tally.joined(), "joined");
        add(parts, tally.firedAgain(), "fired again");
        add(parts, tally.ended(), "ended as the last one");
        add(parts, tally.acknowledged(), "were acknowledged");
        return String.join(", ", parts);
    }

    private static void add(ArrayList<String> parts, int many, String what) {
        if (many > 0) {
            parts.add("%d %s".formatted(many, what));
        }
    }
}
