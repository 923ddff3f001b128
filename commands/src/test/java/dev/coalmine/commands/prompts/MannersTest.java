package dev.coalmine.commands.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.prompts.Manners.Silence;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.prompts.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MannersTest {

    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
    private static final PromptSettings SETTINGS = new PromptSettings(
            Severity.SEV_2,
            Duration.ofMinutes(20),
            Duration.ofMinutes(15),
            Duration.ofHours(4),
            10,
            Duration.ofMinutes(3),
            Duration.ofMinutes(5));

    private final Manners manners = new Manners(SETTINGS);

    @Test
    void eachConditionOfSilenceIsEnough() {
        assertThat(manners.silence(grave(), NOW)).isEmpty();
        assertThat(manners.silence(new Occasion(Severity.SEV_3, true, NOW, false, null, null, false, List.of()), NOW))
                .contains(Silence.NOT_WELCOME);
        assertThat(manners.silence(
                        new Occasion(
                                Severity.SEV_3,
                                true,
                                NOW.minus(Duration.ofMinutes(20)),
                                false,
                                null,
                                null,
                                false,
                                List.of()),
                        NOW))
                .isEmpty();
        assertThat(manners.silence(new Occasion(Severity.SEV_4, true, NOW, true, null, null, false, List.of()), NOW))
                .isEmpty();
        assertThat(manners.silence(new Occasion(Severity.SEV_1, false, NOW, true, null, null, false, List.of()), NOW))
                .contains(Silence.NOT_WELCOME);
        assertThat(manners.silence(
                        new Occasion(Severity.SEV_1, true, NOW, true, NOW.plusSeconds(1), null, false, List.of()), NOW))
                .contains(Silence.SNOOZED);
        assertThat(manners.silence(
                        new Occasion(Severity.SEV_1, true, NOW, false, null, NOW.minusSeconds(179), false, List.of()),
                        NOW))
                .contains(Silence.PEOPLE_TALK);
        assertThat(manners.silence(new Occasion(Severity.SEV_1, true, NOW, false, null, null, true, List.of()), NOW))
                .contains(Silence.TEST_RUNNING);
    }

    /** Whatever people do about questions, two never come closer than the gap, and ignoring them only makes them rarer. */
    @Property
    void questionsNeverComeCloserThanTheGap(
            @ForAll @Size(max = 40) List<Boolean> heeded, @ForAll @IntRange(min = 1, max = 20) int lookEvery) {
        var shown = new ArrayList<Prompt>();
        var now = NOW;
        var unheeded = 0;
        for (var it : heeded) {
            while (manners.silence(asked(shown), now).isPresent()) {
                now = now.plus(Duration.ofMinutes(lookEvery));
            }
            if (!shown.isEmpty()) {
                var least = Math.min(240, 15L << Math.min(5, unheeded / 2));
                assertThat(Duration.between(shown.getLast().shownAt(), now))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(least));
            }
            unheeded = it ? 0 : unheeded + 1;
            shown.add(prompt(shown.size(), now, it ? Prompt.Answer.ANSWERED : null));
        }
    }

    private static Occasion grave() {
        return asked(List.of());
    }

    private static Occasion asked(List<Prompt> shown) {
        return new Occasion(Severity.SEV_1, true, NOW, false, null, null, false, shown);
    }

    private static Prompt prompt(int id, Instant at, Prompt.@Nullable Answer answer) {
        return new Prompt(id, 1, "symptoms", null, null, at, answer, answer == null ? null : at);
    }
}
