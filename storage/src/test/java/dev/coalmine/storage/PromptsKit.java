package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.prompts.Prompt;
import dev.coalmine.storage.prompts.Prompts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class PromptsKit extends Kit {

    @Autowired
    Prompts prompts;

    @Test
    void theFirstReactionToAQuestionCounts() {
        var incident = declared("Checkout is down");
        var id = inTransaction(() -> prompts.show(incident, "symptoms", null, null, TEN));
        doInTransaction(() -> {
            prompts.answer(incident, id, Prompt.Answer.DECLINED, ALICE, TEN.plusSeconds(5));
            prompts.answer(incident, id, Prompt.Answer.ANSWERED, BOB, TEN.plusSeconds(9));
        });
        var kept = prompts.of(incident).getFirst();
        assertThat(kept.answer()).isEqualTo(Prompt.Answer.DECLINED);
        assertThat(kept.answeredAt()).isEqualTo(TEN.plusSeconds(5));
        assertThat(inTransaction(() -> prompts.answer(incident, id + 1, Prompt.Answer.DECLINED, ALICE, TEN)))
                .isEmpty();
    }

    @Test
    void howAnIncidentWantsToBeAskedIsKept() {
        var incident = declared("Checkout is down");
        assertThat(prompts.wanted(incident)).isFalse();
        assertThat(prompts.snoozedUntil(incident)).isEmpty();
        doInTransaction(() -> prompts.set(incident, false, TEN.plusSeconds(60)));
        assertThat(prompts.snoozedUntil(incident)).contains(TEN.plusSeconds(60));
        doInTransaction(() -> prompts.set(incident, true, null));
        assertThat(prompts.wanted(incident)).isTrue();
        assertThat(prompts.snoozedUntil(incident)).isEmpty();
    }

    @Test
    void aBurstIsSoManyMessagesWithinTwoMinutes() {
        var incident = declared("Checkout is down");
        for (var n = 0; n < 10; n++) {
            talk(incident, TEN.plusSeconds(12L * n));
        }
        var since = TEN.minus(Duration.ofMinutes(5));
        assertThat(prompts.lastBurst(incident, 10, since)).contains(TEN.plusSeconds(108));
        assertThat(prompts.lastBurst(incident, 11, since)).isEmpty();
        assertThat(prompts.lastBurst(incident, 10, TEN.plusSeconds(120))).isEmpty();
        talk(incident, TEN.plus(Duration.ofMinutes(10)));
        assertThat(prompts.lastBurst(incident, 10, since)).contains(TEN.plusSeconds(108));

        prompts.forgetBefore(TEN.plus(Duration.ofMinutes(5)));
        assertThat(prompts.lastBurst(incident, 10, since)).isEmpty();
        assertThat(prompts.lastBurst(incident, 1, since)).contains(TEN.plus(Duration.ofMinutes(10)));
    }

    private void talk(long incident, Instant at) {
        doInTransaction(() -> prompts.heard(incident, at));
    }
}
