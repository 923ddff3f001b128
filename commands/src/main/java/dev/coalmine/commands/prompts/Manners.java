package dev.coalmine.commands.prompts;

import dev.coalmine.storage.prompts.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When it is fit to ask something that nobody asked for. */
final class Manners {

    private final PromptSettings settings;

    Manners(PromptSettings settings) {
        this.settings = settings;
    }

    /** Whether the incident is one in which questions help, and nobody has had enough of them. */
    boolean welcome(Occasion it, Instant now) {
        return it.investigating()
                && (it.wanted() || grave(it) || !now.isBefore(it.since().plus(settings.after())));
    }

    private boolean grave(Occasion it) {
        return it.severity().compareTo(settings.severity()) <= 0;
    }

    /** Why nothing may be asked now; empty when something may. */
    Optional<Silence> silence(Occasion it, Instant now) {
        if (it.snoozedUntil() != null && now.isBefore(it.snoozedUntil())) {
            return Optional.of(Silence.SNOOZED);
        }
        if (!welcome(it, now)) {
            return Optional.of(Silence.NOT_WELCOME);
        }
        if (it.testing()) {
            return Optional.of(Silence.TEST_RUNNING);
        }
        if (it.lastBurst() != null && now.isBefore(it.lastBurst().plus(settings.quietAfterBurst()))) {
            return Optional.of(Silence.PEOPLE_TALK);
        }
        return last(it.shown())
                .filter(shown -> now.isBefore(shown.plus(gap(it.shown()))))
                .map(_ -> Silence.ASKED_LATELY);
    }

    private static Optional<Instant> last(List<Prompt> shown) {
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast().shownAt());
    }

    /** The shortest time between two: doubled for each two in a row that nobody heeded, or has heeded yet. */
    Duration gap(List<Prompt> shown) {
        var unheeded = shown.reversed().stream().takeWhile(it -> !it.heeded()).count();
        var gap = settings.gap();
        for (var n = 0L; n < unheeded / 2 && gap.compareTo(settings.longestGap()) < 0; n++) {
            gap = gap.multipliedBy(2);
        }
        return gap.compareTo(settings.longestGap()) > 0 ? settings.longestGap() : gap;
    }

    /** What keeps a question from being asked. */
    enum Silence {
        SNOOZED,
        /** Not grave and not long enough, or mitigated already. */
        NOT_WELCOME,
        TEST_RUNNING,
        PEOPLE_TALK,
        ASKED_LATELY
    }
}
