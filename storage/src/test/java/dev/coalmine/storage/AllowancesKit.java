package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.outbox.Allowances;
import dev.coalmine.storage.outbox.Allowances.Pace;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class AllowancesKit extends Kit {

    private static final Pace ONE_A_SECOND = new Pace(Duration.ofSeconds(1), 4);

    @Autowired
    Allowances allowances;

    @Test
    void aBurstIsFollowedByOneAtATime() {
        assertThat(turns(9)).isEqualTo(4);
        assertThat(allowances.take("posts", ONE_A_SECOND, 1)).isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(2));
        assertThat(turns(9)).isEqualTo(2);
    }

    @Test
    void aTurnGivenBackIsThereForAnother() {
        turns(4);
        allowances.giveBack("posts", ONE_A_SECOND);

        assertThat(turns(9)).isEqualTo(1);
    }

    @Test
    void partOfTheBurstIsKeptForWhatIsMoreImportant() {
        assertThat(turns(9, 0.5)).isEqualTo(2);
        assertThat(turns(9, 1)).isEqualTo(2);
    }

    @Test
    void aPauseHoldsEverybodyUntilItIsOver() {
        allowances.pause("posts", Duration.ofSeconds(30));

        assertThat(allowances.take("posts", ONE_A_SECOND, 1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(allowances.take("others", ONE_A_SECOND, 1)).isZero();
        clock.pass(Duration.ofSeconds(30));
        assertThat(turns(1)).isEqualTo(1);
    }

    @Test
    void whatAClockSetBackLeftAheadOfItHoldsNobodyUp() {
        turns(4);
        allowances.pause("posts", Duration.ofSeconds(30));
        clock.set(TEN.minusSeconds(3600));

        assertThat(turns(9)).isEqualTo(4);
    }

    @Test
    void manyAtOnceGetNoMoreThanThereAre() throws Exception {
        assertThat(atOnce(8, () -> allowances.take("posts", ONE_A_SECOND, 1).isZero()))
                .filteredOn(taken -> taken)
                .hasSize(4);
    }

    private int turns(int asked) {
        return turns(asked, 1);
    }

    private int turns(int asked, double share) {
        var taken = 0;
        for (var i = 0; i < asked; i++) {
            taken += allowances.take("posts", ONE_A_SECOND, share).isZero() ? 1 : 0;
        }
        return taken;
    }
}
