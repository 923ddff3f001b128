package dev.coalmine.commands.storms;

import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.StormMembers.HeldAlert;
import dev.coalmine.storage.storms.Storms;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where alerts go while storms go on that they belong to. */
@Component
public class OngoingStorms {

    // What alerts for the first time while all around it break, breaks with them; whoever knows better splits it off.
    private static final Duration GROWS = Duration.ofMinutes(15);

    private final Storms storms;
    private final StormMembers members;
    private final StormIncident itsIncident;
    private final StormSettings settings;
    private final Workspace workspace;
    private final Clock clock;

    OngoingStorms(
            Storms storms,
            StormMembers members,
            StormIncident itsIncident,
            StormSettings settings,
            Workspace workspace,
            Clock clock) {
        this.storms = storms;
        this.members = members;
        this.itsIncident = itsIncident;
        this.settings = settings;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** What is to be done with an alert that would open a channel. */
    public sealed interface Shelter {

        /**
         * It is told in the storm's incident.
         *
         * @param fresh whether nothing of its service was known to be part of it
         * @param worse whether it is worse than what the incident was called for so far
         */
        record InStorm(long storm, Incident incident, boolean fresh, boolean worse) implements Shelter {}

        /** Somebody has said that it is to be expected. */
        record Expected(long storm, String why) implements Shelter {}
    }

    /** Empty if it belongs to no storm, or is always to have a channel. */
    public Optional<Shelter> of(String service, Severity severity) {
        return settings.alwaysPage().holds(service, severity)
                ? Optional.empty()
                : ongoing(service, severity).or(() -> expected(service));
    }

    private Optional<Shelter> ongoing(String service, Severity severity) {
        return members.stormOf(service)
                .flatMap(storm -> inStorm(storm, false, severity))
                .or(() -> members.youngCanary(clock.instant().minus(GROWS))
                        .flatMap(storm -> inStorm(storm, true, severity)));
    }

    private Optional<Shelter> inStorm(long number, boolean fresh, Severity severity) {
        return storms.findById(number)
                .flatMap(Storm::incident)
                .flatMap(itsIncident::open)
                .map(incident ->
                        new Shelter.InStorm(number, incident, fresh, severity.compareTo(incident.severity()) < 0));
    }

    private Optional<Shelter> expected(String service) {
        return members.expectedOf(service, clock.instant())
                .flatMap(storms::findById)
                .map(storm -> new Shelter.Expected(storm.number(), why(storm)));
    }

    private static String why(Storm storm) {
        return "storm %d is expected until %s"
                .formatted(storm.number(), storm.verdictUntil().orElseThrow());
    }

    /** Counts an alert that got no channel of its own, and has it listed; the same one once. */
    public void hold(long number, HeldAlert alert) {
        if (members.hold(number, alert)) {
            var storm = storms.findById(number).orElseThrow();
            storm.holds(1);
            storms.save(storm);
            storm.incident().ifPresent(incident -> workspace.drawStorm(incident, number));
        }
    }
}
