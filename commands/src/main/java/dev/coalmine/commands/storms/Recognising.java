package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.Storms;
import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Finds the storms on record again in a detector that has been taught anew, and may know them by other numbers. */
@Component
class Recognising {

    private final Storms storms;
    private final StormMembers members;
    private final Clock clock;

    Recognising(Storms storms, StormMembers members, Clock clock) {
        this.storms = storms;
        this.members = members;
        this.clock = clock;
    }

    /** Those that it does not know are over. */
    void in(Detector detector) {
        storms.forgetNumbers();
        for (var storm : storms.open()) {
            var now = known(storm, detector);
            if (now.isPresent() && storms.findByHeardAs(now.getAsInt()).isEmpty()) {
                storm.isHeardAs(now.getAsInt());
            } else {
                storm.end(clock.instant());
            }
            storms.save(storm);
        }
    }

    private OptionalInt known(Storm storm, Detector detector) {
        return members.of(storm.number()).stream()
                .map(it -> detector.stormOf(
                        it.alerts() ? Signal.Kind.ALERT : Signal.Kind.LAUNCH,
                        it.source(),
                        it.alerts() ? null : !it.byHand()))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
