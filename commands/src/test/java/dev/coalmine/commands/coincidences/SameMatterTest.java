package dev.coalmine.commands.coincidences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameMatterTest {

    @Test
    void ofATitleCountsWhatIsTheSameEachTime() {
        assertThat(SameMatter.words("Git is slow again on host-17, the 3rd time"))
                .containsExactlyInAnyOrder("git", "slow", "host", "time");
    }
}
