package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.storms.detector.Signal.Kind;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import dev.coalmine.commands.storms.detector.StormEvent.Change;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a storm is over. */
class EndsTest extends Days {

    private static final int SERVICES = 30;

    @Test
    void whatOftenFailsMayGoOnToDoSo() {
        flaky(WEEK);
        fails(4);
        flaky(Duration.ofHours(1));

        assertThat(events).extracting(StormEvent::event).endsWith(Change.OPENED, Change.ENDED);
    }

    @Test
    void servicesMayGoOnToAlertNowAndThen() {
        nowAndThen(WEEK);
        allAlert(null);
        assertThat(events).extracting(StormEvent::event).contains(Change.OPENED);

        nowAndThen(Duration.ofHours(1));

        assertThat(events.getLast().event()).isEqualTo(Change.ENDED);
    }

    @Test
    void whereItFailsEveryTwelveMinutesHalfAnHourWithoutAFailureSaysLittle() {
        aUsualWeek();
        for (var n = 0; n < 8; n++) {
            launches("batch", true, Outcome.FAILED, null);
            passes(Duration.ofMinutes(12));
        }
        passes(Duration.ofMinutes(18));
        assertThat(events).extracting(StormEvent::event).containsExactly(Change.OPENED);

        passes(Duration.ofMinutes(30));

        assertThat(events).extracting(StormEvent::event).containsExactly(Change.OPENED, Change.ENDED);
    }

    @Test
    void whatIsSaidForHoursIsNotNewAnyMore() {
        nowAndThen(Duration.ofDays(1));
        allAlert("the disk is full");
        events.clear();
        for (var n = 0; n < 12; n++) {
            alerts(n, "the disk is full");
            passes(Duration.ofMinutes(18));
        }

        assertThat(events).extracting(StormEvent::event).contains(Change.ENDED);
    }

    /** One launcher of which two in five fail. */
    private void flaky(Duration time) {
        for (var end = now.plus(time); now.isBefore(end); passes(Duration.ofMinutes(5))) {
            for (var n = 0; n < 3; n++) {
                launches("batch", true, random.nextInt(5) < 2 ? Outcome.FAILED : Outcome.SUCCEEDED, USUAL);
            }
        }
    }

    /** Thirty services, of which each alerts three times a day. */
    private void nowAndThen(Duration time) {
        for (var end = now.plus(time); now.isBefore(end); passes(Duration.ofMinutes(16))) {
            alerts(random.nextInt(SERVICES), null);
        }
    }

    private void allAlert(@Nullable String text) {
        for (var service = 0; service < SERVICES; service++) {
            alerts(service, text);
            passes(Duration.ofSeconds(5));
        }
    }

    private void alerts(int service, @Nullable String text) {
        hears(Kind.ALERT, "service-" + service, null, "host-" + ++hosts, Outcome.FIRING, text);
    }
}
