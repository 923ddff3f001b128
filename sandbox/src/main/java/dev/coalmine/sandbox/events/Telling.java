package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.faults.Faults;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Everything that the app is told by, put together. */
public record Telling(
        AppLine line, Screens screens, Responses responses, Interactions interactions, EventDelivery events)
        implements AutoCloseable {

    /** {@code delays} are the pauses before an event is delivered again. */
    public static Telling over(
            List<Way> ways,
            Duration patience,
            List<Duration> delays,
            Workspace workspace,
            Faults faults,
            Clock clock,
            String url) {
        var line = new AppLine(ways, patience);
        var shape = new MessageShape(workspace, url);
        var screens = new Screens();
        var urls = new ResponseUrls(clock, url);
        var responses = new Responses(workspace, urls);
        var outcomes = new Outcomes(workspace, responses);
        var interactions = new Interactions(workspace, line, screens, urls, outcomes, shape);
        var events = new EventDelivery(workspace, new EventShapes(workspace, shape), line, faults, delays);
        return new Telling(line, screens, responses, interactions, events);
    }

    @Override
    public void close() {
        events.close();
    }
}
