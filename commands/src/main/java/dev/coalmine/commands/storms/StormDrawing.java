package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.StormView;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.storms.Storm;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has the cards and pictures of storms drawn, as often as is worth looking at. */
@Component
class StormDrawing {

    private final StormRecord record;
    private final Workspace workspace;
    private final Pace looked;
    private final Pace refreshed;
    private final Pace pictured;

    StormDrawing(StormRecord record, Workspace workspace, Clock clock) {
        this.record = record;
        this.workspace = workspace;
        this.looked = new Pace(Duration.ofSeconds(5), clock);
        this.refreshed = new Pace(Duration.ofSeconds(30), clock);
        this.pictured = new Pace(Duration.ofMinutes(10), clock);
    }

    /** Card and picture: something happened. */
    void anew(Storm storm) {
        card(storm);
        storm.incident().ifPresent(incident -> {
            pictured.isDone(storm.number());
            workspace.pictureStorm(incident, storm.number());
        });
    }

    /** The card, and the picture if it is old. */
    void again(Storm storm) {
        if (pictured.isDue(storm.number())) {
            anew(storm);
        } else {
            card(storm);
        }
    }

    private void card(Storm storm) {
        refreshed.isDone(storm.number());
        storm.incident().ifPresent(incident -> workspace.drawStorm(incident, storm.number()));
    }

    /** Whether it is worth looking how it stands; once in five seconds it is. */
    boolean isToBeLookedAt(Storm storm) {
        var due = looked.isDue(storm.number());
        if (due) {
            looked.isDone(storm.number());
        }
        return due;
    }

    /** New failures are; what has not failed meanwhile is so now and then, too. */
    boolean isWorthDrawing(Storm storm, StormView view) {
        return view.failures() != storm.failures()
                || refreshed.isDue(storm.number(), storm.openedAt()) && !record.isAsKept(storm, view);
    }
}
