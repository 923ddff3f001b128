package dev.coalmine.commands.storms;

import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.StormMembers.HeldAlert;
import dev.coalmine.storage.storms.Storms;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where alerts go while storms go on that they belong to. */
@Component
public class OngoingStorms {

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
         * @param worse whether it is worse than what the incident was called for so far
         */
        record InStorm(long storm, Incident incident, boolean worse) implements Shelter {}

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
        return members.stormOf(service).flatMap(storms::findById).flatMap(storm -> storm.incident()
                .flatMap(itsIncident::open)
                .map(incident ->
                        new Shelter.InStorm(storm.number(), incident, severity.compareTo(incident.severity()) < 0)));
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
