package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.coincidences.Coincidences;
import dev.coalmine.storage.coincidences.SeenCoincidence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class CoincidencesKit extends Kit {

    @Autowired
    Coincidences coincidences;

    @Test
    void whatWasSeenLastOfASubjectCounts() {
        keep(seen(1, "a burst of crane", 50, TEN));
        keep(seen(1, "a burst of crane", 80, TEN));
        keep(seen(1, "a burst of batch", 5, TEN));

        assertThat(coincidences.of(1))
                .containsExactly(seen(1, "a burst of batch", 5, TEN), seen(1, "a burst of crane", 80, TEN));
    }

    @Test
    void theSameBesideAnotherIncidentIsFoundTheLatestFirst() {
        keep(seen(1, "a burst of crane", 50, TEN.minusSeconds(9)));
        keep(seen(2, "a burst of crane", 60, TEN.minusSeconds(5)));
        keep(seen(3, "a burst of batch", 5, TEN));
        keep(seen(4, "a burst of crane", 7, TEN.minusSeconds(100)));

        assertThat(coincidences.likeSince(seen(5, "a burst of crane", 1, TEN), TEN.minusSeconds(10), 10))
                .extracting(SeenCoincidence::incident)
                .containsExactly(2L, 1L);
    }

    @Test
    void itIsCalledARecurrenceOnce() {
        var seen = seen(1, "a burst of crane", 50, TEN);
        keep(seen);

        assertThat(inTransaction(() -> coincidences.callRecurrence(seen))).isTrue();
        assertThat(inTransaction(() -> coincidences.callRecurrence(seen))).isFalse();
    }

    @Test
    void whatIsOldIsForgotten() {
        keep(seen(1, "a burst of crane", 50, TEN.minusSeconds(1)));
        keep(seen(2, "a burst of crane", 50, TEN));

        assertThat(coincidences.forgetBefore(TEN)).isEqualTo(1);
        assertThat(coincidences.of(1)).isEmpty();
        assertThat(coincidences.of(2)).hasSize(1);
    }

    private void keep(SeenCoincidence seen) {
        doInTransaction(() -> coincidences.keep(seen));
    }

    private static SeenCoincidence seen(long incident, String subject, int size, Instant began) {
        return new SeenCoincidence(incident, subject, size, 0.03, Duration.ofSeconds(40), began, true);
    }
}
