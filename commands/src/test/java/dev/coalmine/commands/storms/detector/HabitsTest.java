package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.storms.detector.Signal.Kind;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What comes together again and again. */
class HabitsTest extends Days {

    @Test
    void ofAServiceThatOftenAlertsInGroupsAGroupIsNoNews() {
        groupsOf(3);

        group(10);

        assertThat(events).isEmpty();
    }

    @Test
    void ofAServiceThatNeverDidItIs() {
        groupsOf(1);

        group(10);

        assertThat(events).extracting(StormEvent::event).containsExactly(StormEvent.Change.OPENED);
    }

    @Test
    void whatFailsEachNightIsNoNewsButThreeTimesAsMuchIs() {
        aUsualWeek();
        for (var night = 0; night < 10; night++) {
            night(12);
            aUsualDay();
        }
        events.clear();

        night(12);
        assertThat(events).isEmpty();
        aUsualDay();
        events.clear();
        night(36);

        assertThat(events).extracting(StormEvent::event).contains(StormEvent.Change.OPENED);
    }

    private void groupsOf(int size) {
        for (var n = 0; n < 40; n++) {
            group(size);
            passes(Duration.ofHours(7));
        }
        events.clear();
    }

    private void group(int size) {
        for (var n = 0; n < size; n++) {
            hears(Kind.ALERT, "cache", null, "host-" + ++hosts, Outcome.FIRING, null);
            passes(Duration.ofSeconds(10));
        }
    }

    private void night(int failures) {
        for (var n = 0; n < failures; n++) {
            launches("batch", true, Outcome.FAILED, null);
            passes(Duration.ofSeconds(10));
        }
    }
}
