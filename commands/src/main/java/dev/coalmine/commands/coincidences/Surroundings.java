package dev.coalmine.commands.coincidences;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks at all that happened around a moment. */
@Component
class Surroundings {

    private final LaunchBursts bursts;
    private final ChangesBeside changes;

    Surroundings(LaunchBursts bursts, ChangesBeside changes) {
        this.bursts = bursts;
        this.changes = changes;
    }

    /** Bursts of launches and changes shortly before a moment, the rarest first. */
    List<Coincidence> of(Instant began) {
        var stretch = new Stretch(began);
        return Stream.concat(bursts.within(stretch).stream(), changes.within(stretch).stream())
                .sorted(Coincidence.RAREST_FIRST)
                .toList();
    }
}
