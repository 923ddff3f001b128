package dev.coalmine.commands.heartbeats;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.storage.heartbeats.Heartbeat;
import dev.coalmine.storage.heartbeats.Heartbeats;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.rules.Markup;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notices heartbeats that did not come, and those that are back. */
@Component
class SilentHeartbeats {

    private final Heartbeats heartbeats;
    private final SilenceNews news;
    private final Pages pages;

    SilentHeartbeats(Heartbeats heartbeats, SilenceNews news, Pages pages) {
        this.heartbeats = heartbeats;
        this.news = news;
        this.pages = pages;
    }

    /**
     * Looks at all of them, in the caller's transaction.
     *
     * @param alertsLate whether alerts wait to be handled: a beat may be among them
     */
    void look(Instant now, Instant hearingSince, boolean alertsLate) {
        for (var it : heartbeats.all()) {
            if (it.silentSince() != null) {
                lookForReturn(it);
            } else if (it.silent(now, hearingSince) && !(alertsLate && it.alert() != null)) {
                missed(it, now, hearingSince);
            }
        }
    }

    private void missed(Heartbeat it, Instant now, Instant hearingSince) {
        if (heartbeats.fallSilent(it)) {
            heartbeats.opened(it, news.began(silence(it, now, hearingSince), it.incident()));
        }
    }

    private static Silence silence(Heartbeat it, Instant now, Instant hearingSince) {
        var last = Optional.ofNullable(it.beatAt()).orElse(now);
        return new Silence(
                "%s is silent".formatted(it.name()),
                it.service(),
                Optional.ofNullable(it.severity()).flatMap(Severity::read).orElse(null),
                it.due(hearingSince).orElse(now),
                "The heartbeat *%s* did not come: it beats every %s, with %s of grace, and did so last at %s."
                        .formatted(
                                Markup.escape(it.name()),
                                Spans.brief(it.every()),
                                Spans.brief(it.grace()),
                                Shown.time(last)));
    }

    private void lookForReturn(Heartbeat it) {
        if (it.isBack() && it.beatAt() != null && it.silentSince() != null) {
            heartbeats.comeBack(it.name());
            var away = Duration.between(it.silentSince(), it.beatAt());
            var words = "The heartbeat *%s* is back: it was away for %s."
                    .formatted(Markup.escape(it.name()), Spans.words(away));
            Optional.ofNullable(it.incident())
                    .ifPresent(incident ->
                            news.ended(incident, words, heartbeats.anySilent(incident) || pages.anyFiring(incident)));
        }
    }
}
